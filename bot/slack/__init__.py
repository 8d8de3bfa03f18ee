"""Slack in and out: payloads become questions, replies become Web API calls."""
