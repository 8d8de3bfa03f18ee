"""Words: which are English, which are grammar, which name what, and how they are repaired."""
