"""The two ways by which Slack reaches Docent: Socket Mode and HTTP."""
