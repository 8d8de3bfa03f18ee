"""What is said around a question, and in set phrases, in plain English: step by step, from the words that were typed."""
