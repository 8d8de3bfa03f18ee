"""Docent: answers questions from a team's Markdown overviews, in Slack and in a terminal."""
