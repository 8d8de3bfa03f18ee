"""Modals and the App Home, as Slack's view payloads. Pure."""
