"""What Docent sends to Slack, and how it holds to Slack's limits."""
