"""A stand-in for Slack on this machine: a workspace with its Web API and both transports, for tests and for trying out.

The workspace (``workspace``) is plain data: people, channels, messages, views. ``methods`` says what each call of the Web API
does to it, with Slack's names for what it refuses, ``acks`` what Slack does not take in an ack; ``web_api``, ``sockets`` and
``delivery`` carry calls, envelopes and signed requests, and ``faults`` lets them fail. ``stand_in`` is all of that on one port,
with what people do in it. The page (``page``, ``deeds``, ``shown``) and scripts (``script``, ``replay``) stand upon it.
"""
