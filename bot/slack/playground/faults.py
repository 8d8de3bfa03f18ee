"""What can go wrong between Slack and a bot, to be injected into the stand-in's Web API."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import Literal

How = Literal["status", "ratelimited", "refuse", "lost_reply", "dropped", "hang", "html", "truncated"]


@dataclass(frozen=True, slots=True)
class Fault:
    """One way in which a call fails.

    status: an HTTP status without effect (500, 503). ratelimited: 429 with ``Retry-After`` of ``seconds``.
    refuse: ``{"ok": false, "error": error}``. lost_reply: the call takes effect, and the connection closes without a
    reply. dropped: the connection closes before it takes effect. hang: nothing for ``seconds``, then it takes effect.
    html: the call takes effect, the reply is a web page with status 200. truncated: it takes effect, the reply breaks off.
    """

    how: How
    status: int = 500
    seconds: float = 0.0
    error: str = ""

    @property
    def name(self) -> str:
        """What went wrong, in Slack's word where it has one."""
        return self.error or (f"HTTP {self.status}" if self.how == "status" else self.how)


ANY = "*"
"""Stands for whichever method is called next."""


class Faults:
    """Faults that wait for their call, in order. Without any, every call works."""

    def __init__(self) -> None:
        self._waiting: dict[str, deque[Fault]] = {}
        self._standing: dict[str, Fault] = {}

    def add(self, method: str, fault: Fault, times: int = 1) -> None:
        """Let the next ``times`` calls of this Web API method fail so."""
        self._waiting.setdefault(method, deque()).extend([fault] * times)

    def stand(self, method: str, fault: Fault | None) -> None:
        """Let every call of this method fail so, until it is lifted with None."""
        if fault is None:
            self._standing.pop(method, None)
        else:
            self._standing[method] = fault

    def take(self, method: str) -> Fault | None:
        """The fault that this call meets."""
        for name in (method, ANY):
            if waiting := self._waiting.get(name):
                return waiting.popleft()
        return self._standing.get(method)

    def waiting(self) -> list[tuple[str, Fault]]:
        """What still waits for its call, by method."""
        return [(method, fault) for method, faults in self._waiting.items() for fault in faults]

    def clear(self) -> None:
        """Let every call work again."""
        self._waiting.clear()
        self._standing.clear()
