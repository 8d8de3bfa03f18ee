"""Written text to facts: Markdown and YAML go in as strings, the compiled knowledge and its problems come out."""
