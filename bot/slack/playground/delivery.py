"""How Slack delivers over HTTP: signed requests, sent again until they are acked."""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

import aiohttp
from slack_sdk.signature import SignatureVerifier

from bot.slack.playground.workspace import Json

SIGNING_SECRET = "stand-in-signing-secret"  # noqa: S105 - signs nothing but the stand-in's requests


class NotAcked(Exception):  # noqa: N818 - what Slack would count, not a failure of ours
    """Every attempt to deliver failed."""


class BadAck(Exception):  # noqa: N818 - as above
    """The bot has acked with something that Slack does not take; ``str()`` says what."""


@dataclass(slots=True)
class Policy:
    """How often and how long. Slack itself tries four times, waits three seconds each, and pauses up to five minutes."""

    tries: int = 4
    patience: float = 3.0
    pause: float = 0.05


@dataclass(slots=True)
class HttpSender:
    """Sends payloads to the bot's request URL."""

    url: str
    session: aiohttp.ClientSession
    policy: Policy = field(default_factory=Policy)
    statuses: list[int] = field(default_factory=list)
    """Every status that came back."""

    async def deliver(self, kind: str, payload: Json) -> Json:
        """Send one payload until it is acked.

        Returns:
            The body of the ack; plain text as ``{"text": …}``.

        Raises:
            NotAcked: it never was.
        """
        if kind == "events_api":
            body, content_type = json.dumps(payload), "application/json"
        else:
            fields = payload if kind == "slash_commands" else {"payload": json.dumps(payload)}
            body, content_type = urlencode(fields), "application/x-www-form-urlencoded"
        for attempt in range(self.policy.tries if kind == "events_api" else 1):
            headers = {"Content-Type": content_type, **signature(body)}
            if attempt:
                await asyncio.sleep(self.policy.pause)
                headers |= {"X-Slack-Retry-Num": str(attempt), "X-Slack-Retry-Reason": "http_error"}
            try:
                async with (
                    asyncio.timeout(self.policy.patience),
                    self.session.post(self.url, data=body.encode(), headers=headers) as response,
                ):
                    self.statuses.append(response.status)
                    if response.status == 200:
                        text = await response.text()
                        found: Json = json.loads(text) if text.startswith("{") else {"text": text} if text else {}
                        return found
            except (TimeoutError, aiohttp.ClientError):
                continue
        raise NotAcked(kind)


def signature(body: str, at: float | None = None, secret: str = SIGNING_SECRET) -> dict[str, str]:
    """The headers by which Slack signs a request."""
    stamp = str(int(time.time() if at is None else at))
    made = SignatureVerifier(secret).generate_signature(timestamp=stamp, body=body)
    return {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": made or ""}
