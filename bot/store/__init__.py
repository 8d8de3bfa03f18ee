"""What is kept on disk: the exchanges and everything that belongs to them, in one SQLite file."""
