"""The words of Docent as types: sources, prose, facts, the phrasebook, dialogue and answers."""
