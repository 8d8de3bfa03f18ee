"""What Slack sends, as questions, and their way into the store before the ack."""
