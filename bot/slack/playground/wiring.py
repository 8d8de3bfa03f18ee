"""What the page shows of the wiring, and what can be made to go wrong there."""

# ruff: noqa: EM101, TRY003 - what is told to the person stands where it is found

from __future__ import annotations

from bot.slack.playground.faults import ANY, Fault
from bot.slack.playground.line import Kind, Line
from bot.slack.playground.mistaken import Mistaken
from bot.slack.playground.stand_in import StandIn
from bot.slack.playground.workspace import Json

FAULTS: dict[str, tuple[str, Fault]] = {
    "ratelimited": ("429: too many, again in 2 seconds", Fault("ratelimited", seconds=2)),
    "status": ("500: Slack has a trouble", Fault("status", 500)),
    "invalid_blocks": ("refused: invalid_blocks", Fault("refuse", error="invalid_blocks")),
    "timeout": ("no reply for 8 seconds", Fault("hang", seconds=8)),
    "lost_reply": ("done, but the reply is lost", Fault("lost_reply")),
    "dropped": ("not done, the connection is lost", Fault("dropped")),
}
"""What may happen to a call, with its words on the page."""
LINE_FAULTS = {
    "disconnect": "Socket Mode: Slack asks to connect anew",
    "reset": "Socket Mode: the connection breaks",
}
"""What may happen to the connection."""
METHODS = (ANY, "chat.postMessage", "chat.postEphemeral", "chat.update", "views.open", "views.publish", "response_url")
_TIMES = 20
_CALLS = 12


class Wiring:
    """The controls on the page: which transport, and what fails next."""

    def __init__(self, slack: StandIn, line: Line) -> None:
        self._slack = slack
        self._line = line

    async def standing(self) -> None:
        """Wait until the bot is there."""
        await self._line.standing()

    def frame(self) -> Json:
        """How things stand, for the page."""
        words = {fault: said for said, fault in FAULTS.values()}
        waiting = [{"method": name, "what": words.get(one, one.name)} for name, one in self._slack.faults.waiting()]
        return {
            "transport": self._line.kind,
            "methods": list(METHODS),
            "faults": [{"id": name, "text": said} for name, (said, _) in FAULTS.items()]
            + [{"id": name, "text": said} for name, said in LINE_FAULTS.items()],
            "waiting": waiting,
            "calls": [{"method": one.method, "error": one.error} for one in self._slack.api.calls[-_CALLS:]],
        }

    async def transport(self, _: str, given: Json) -> Json:
        """Switch between Socket Mode and signed HTTP."""
        kind = given.get("to")
        kinds: tuple[Kind, ...] = ("socket", "http")
        if kind not in kinds:
            raise Mistaken("There is no such transport. Write socket or http.")
        await self._line.switch(kind)
        return {}

    async def fault(self, _: str, given: Json) -> Json:
        """Let the next calls fail, or break the connection."""
        name, method, times = str(given.get("kind", "")), str(given.get("method", ANY)), given.get("times", 1)
        if name in LINE_FAULTS:
            if self._line.kind != "socket":
                raise Mistaken("There is no connection to break: over HTTP each request stands alone.")
            if name == "reset":
                self._slack.sockets.reset()
            else:
                await self._slack.sockets.disconnect()
            return {}
        if name not in FAULTS:
            raise Mistaken("There is no such fault.")
        if method not in METHODS:
            raise Mistaken("There is no such method to fail.")
        if not isinstance(times, int) or not 1 <= times <= _TIMES:
            raise Mistaken(f"Write a number of calls from 1 to {_TIMES}.")  # noqa: EM102
        self._slack.faults.add(method, FAULTS[name][1], times)
        self._slack.workspace.changed()
        return {}

    async def mend(self, _: str, __: Json) -> Json:
        """Let every call work again."""
        self._slack.faults.clear()
        self._slack.workspace.changed()
        return {}
