"""Slack's word that a call came too soon: it was not taken, and is made again after the time that Slack names."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from slack_sdk.http_retry.async_handler import AsyncRetryHandler
from slack_sdk.http_retry.request import HttpRequest
from slack_sdk.http_retry.response import HttpResponse
from slack_sdk.http_retry.state import RetryState

TRIES = 5
"""How often one call is made again."""


def delay(headers: Mapping[str, object]) -> float:
    """Seconds to wait, from the headers of a reply; one where it names none."""
    named = next((value for name, value in headers.items() if name.lower() == "retry-after"), "1")
    first = named[0] if isinstance(named, list) and named else named
    try:
        return max(float(str(first)), 0.0)
    except ValueError:
        return 1.0


class WaitsOut(AsyncRetryHandler):
    """For the clients of the Web API: waits out a rate limit (429). Nothing else is safe to be sent again unseen."""

    def __init__(self) -> None:
        super().__init__(max_retry_count=TRIES)

    async def _can_retry_async(
        self,
        *,
        state: RetryState,  # noqa: ARG002 - the names are the library's
        request: HttpRequest,  # noqa: ARG002
        response: HttpResponse | None = None,
        error: Exception | None = None,  # noqa: ARG002
    ) -> bool:
        return response is not None and response.status_code == 429

    async def prepare_for_next_attempt_async(
        self,
        *,
        state: RetryState,
        request: HttpRequest,  # noqa: ARG002
        response: HttpResponse | None = None,
        error: Exception | None = None,  # noqa: ARG002
    ) -> None:
        """Wait as long as Slack says."""
        state.next_attempt_requested = True
        await asyncio.sleep(delay(response.headers if response is not None else {}))
        state.increment_current_attempt()
