"""An answer as one medium shows it: Slack blocks, plain text, a terminal."""
