"""Later turns of a conversation: what they take from the turn before."""
