"""A stand-in for Slack on this machine: a workspace with its Web API and both transports, for tests and for trying out."""
