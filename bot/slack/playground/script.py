"""Scripts: what people do in the workspace, one step a line, as a text file. Pure.

A line is one of::

    ana in #general: @docent what is docker?     a message in a channel, or a command such as /docent topics
    ben in thread: and is it faster?             a reply in the thread of the last message
    ana in direct: what is an image?             a direct message
    ana clicks: Share to channel                 the last button with this label that the person sees
    ana opens: home                              the App Home
    ana uses: Ask Docent                         a shortcut; one for messages on the last one that the person sees
    ana fills Or ask in your words: what is x?   the field with this label
    ana picks Find a question: docker size       an option of the select with this label, as it is called or by typing
    ana closes: modal                            the modal on top, without sending it off
    > what is docker?                            asked of Docent by ana in #general; the next ones in its thread

What is sent off with a button of the modal ("ana clicks: Ask") takes along what was filled in. While a modal is open,
its person reaches nothing else. A heading (``# …``) ends a conversation, so that the next ``>`` begins a thread. Empty and indented lines say nothing: a
record of questions and replies is a script as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from bot.model.problem import Problem

Act = Literal["say", "reply", "direct", "click", "open", "use", "fill", "pick", "close"]

_SPOKEN = re.compile(r"(?P<who>[\w.-]+) in (?P<place>thread|direct|#[\w-]+): ?(?P<text>.*)")
_DONE = re.compile(r"(?P<who>[\w.-]+) (?P<what>clicks|opens|uses|closes): ?(?P<text>.*)")
_FILLED = re.compile(r"(?P<who>[\w.-]+) (?P<what>fills|picks) (?P<field>.+?): ?(?P<text>.*)")
_ACTS: dict[str, Act] = {
    "clicks": "click",
    "opens": "open",
    "uses": "use",
    "closes": "close",
    "fills": "fill",
    "picks": "pick",
}
_ONLY = {"open": "home", "close": "modal"}
"""What alone can be opened, and closed."""
_FORMS = (
    'write "ana in #general: …", "ana in thread: …", "> …", or "ana" with "clicks: …", "opens: home", "uses: …",'
    ' "fills FIELD: …", "picks FIELD: …", "closes: modal"'
)
_FIRST, _PLACE, _MENTION = "ana", "general", "@docent "


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that somebody does."""

    line: int
    act: Act
    user: str
    """The person's name."""
    text: str
    """What is written or picked, or the label of the button."""
    channel: str = ""
    """The channel's name, for ``say``."""
    field: str = ""
    """The label of the field, for ``fill`` and ``pick``."""


def parse(
    text: str, file: str, people: Collection[str], channels: Collection[str]
) -> tuple[tuple[Step, ...], tuple[Problem, ...]]:
    """The steps of a script, with what is wrong with its lines.

    Args:
        text: the script.
        file: its name, for the problems.
        people: names of the people who can do something.
        channels: names of the channels, without ``#``.
    """
    steps: list[Step] = []
    problems: list[Problem] = []
    threaded = asked = False
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.rstrip()
        if not line or line[0].isspace():
            continue
        if line.startswith("# "):
            asked = False
            continue
        found = _step(line, number, asked=asked)
        told = _wrong(found, people, channels, threaded=threaded) if isinstance(found, Step) else found
        if isinstance(found, Step):
            threaded = threaded or found.act in {"say", "direct"}
            asked = asked or line.startswith(">")
            steps.append(found)
        if told:
            problems.append(Problem(file, number, *told))
    if not steps and not problems:
        problems.append(Problem(file, 1, "there is no step in this script", _FORMS))
    return tuple(steps), tuple(problems)


def _step(line: str, number: int, *, asked: bool) -> Step | tuple[str, str]:
    if line.startswith(">"):
        said = line[1:].strip()
        if asked:
            return Step(number, "reply", _FIRST, said)
        return Step(number, "say", _FIRST, f"{_MENTION}{said}" if said else "", _PLACE)
    if found := _SPOKEN.fullmatch(line):
        place, said = found["place"], found["text"].strip()
        if place.startswith("#"):
            return Step(number, "say", found["who"], said, place[1:])
        return Step(number, "reply" if place == "thread" else "direct", found["who"], said)
    if found := _DONE.fullmatch(line):
        return Step(number, _ACTS[found["what"]], found["who"], found["text"].strip())
    if found := _FILLED.fullmatch(line):
        return Step(number, _ACTS[found["what"]], found["who"], found["text"].strip(), field=found["field"].strip())
    return "this is no step", _FORMS


def _wrong(step: Step, people: Collection[str], channels: Collection[str], *, threaded: bool) -> tuple[str, str] | None:
    if step.user not in people:
        return f'there is nobody called "{step.user}"', f"write {' or '.join(sorted(people))}"
    if step.act == "say" and step.channel not in channels:
        return f'there is no channel "#{step.channel}"', f"write {', '.join(f'#{name}' for name in sorted(channels))}"
    if not step.text:
        return "nothing stands behind the colon", "write what is said, or what it is called"
    if step.act == "reply" and step.text.startswith("/"):
        return "commands do not work in threads, here as in Slack", "write it in a channel"
    if step.act == "reply" and not threaded:
        return "there is no thread yet", 'begin with a message: "ana in #general: …"'
    if (only := _ONLY.get(step.act)) and step.text != only:
        return f'"{step.text}" cannot be {"opened" if step.act == "open" else "closed"}', f"write {only}"
    return None
