"""The App Home, as Slack's view payload. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.model.answer import Choice
from bot.show import action_ids
from bot.slack.pages.modals import actions, button, plain, search, short
from bot.store.rows import Exchange
from bot.store.week import Week

Json = dict[str, Any]

FORGOTTEN = "Done: what you asked me to forget is erased."
NOT_YET = "I could not erase everything at the moment. Please press again in a minute."
_BUTTONS = 10
_TOPICS = 24
"""Most buttons of one row."""
_PROBLEMS = 5
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Known:
    """What Docent can be asked about."""

    overviews: tuple[str, ...] = ()
    """Files of the overviews."""
    examples: tuple[Choice, ...] = ()
    topics: tuple[Choice, ...] = ()
    comparisons: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """The state of the bot, for admins."""

    week: Week | None
    """None while the store cannot be read."""
    version: str
    problems: tuple[str, ...]
    """What is wrong with the content, as ``file:line: message``. All workspaces have one content, so that it is told to the
    admins of each.
    """


def home(known: Known, recent: Sequence[Exchange], standing: Standing | None = None, notice: str = "") -> Json:
    """What can be asked, a search field, what this person asked last, and for admins how the bot is.

    In: ``recent``: this person's questions, the oldest first; ``notice``: what has just been done for them.
    """
    shown: list[Json] = [
        _header("Docent"),
        _section("I answer questions from what your team has written down."),
        *([_section(notice)] if notice else []),
        actions(search()),
        *_choices("What you can ask", known.examples, 0),
        *_choices("Topics", known.topics, _BUTTONS),
        *_choices("Comparisons", known.comparisons, _BUTTONS + _TOPICS),
    ]
    if known.overviews:
        shown.append(
            {"type": "context", "elements": [plain(short(f"I have read: {', '.join(known.overviews)}", _LONGEST))]}
        )
    shown += _questions(recent, again=notice == NOT_YET)
    if standing is not None:
        shown += _standing(standing)
    return {"type": "home", "blocks": shown}


def _choices(heading: str, choices: Sequence[Choice], first: int) -> list[Json]:
    fitting = [choice for choice in choices if len(choice.meaning) <= action_ids.VALUE_LIMIT]
    buttons = [
        button(choice.text, action_ids.numbered(action_ids.ASK, first + place), choice.meaning)
        for place, choice in enumerate(fitting[:_TOPICS])
    ]
    more = len(fitting) - len(buttons)
    found = [{"type": "context", "elements": [plain(f"And {more} more: type a word above to find them.")]}]
    return [_header(heading), actions(*buttons), *(found if more > 0 else [])] if buttons else []


def _questions(recent: Sequence[Exchange], *, again: bool) -> list[Json]:
    if not recent and not again:
        return []
    shown: list[Json] = [{"type": "divider"}, _header("Your latest questions")]
    for place, row in enumerate(reversed(recent)):
        forget = button("Forget", action_ids.numbered(action_ids.FORGET, place), str(row.id))
        sure = _confirm("Forget this question?", "The question, my answer and what was said of it are erased for good.")
        shown.append(_section(short(row.question) or "help") | {"accessory": forget | {"confirm": sure}})
    everything = button("Forget all my questions", action_ids.FORGET_ALL, "all") | {"style": "danger"}
    told = "All that you have ever asked me here, my answers to it and your feedback are erased for good."
    return [*shown, actions(everything | {"confirm": _confirm("Forget all your questions?", told)})]


def _standing(standing: Standing) -> list[Json]:
    shown: list[Json] = [{"type": "divider"}, _header("How I am doing (for admins)")]
    if standing.week is None:
        shown.append(_section("The log cannot be read at the moment."))
    else:
        asked, unanswered = standing.week.asked, standing.week.unanswered
        shown.append(_section(f"In the last seven days: {_count(asked, 'question')}, {unanswered} without an answer."))
        if standing.week.frequent:
            lines = [f"\u2022 {short(question, 200)} ({times}\u00d7)" for question, times in standing.week.frequent]
            shown.append(_section("\n".join(["Most often without an answer:", *lines])))
    problems = standing.problems
    lines = [f"\u2022 {short(problem)}" for problem in problems[:_PROBLEMS]]
    if len(problems) > _PROBLEMS:
        lines.append(f"\u2022 and {len(problems) - _PROBLEMS} more: run `docent check`")
    told = f"{_count(len(problems), 'problem')} in the content" + (":" if problems else ".")
    shown.append(_section("\n".join([told, *lines])))
    shown.append({"type": "context", "elements": [plain(f"Content version {standing.version[:12]}")]})
    return shown


def _confirm(title: str, text: str) -> Json:
    return {
        "title": plain(title),
        "text": plain(text),
        "confirm": plain("Forget"),
        "deny": plain("Keep"),
        "style": "danger",
    }


def _count(number: int, name: str) -> str:
    return f"{number or 'No'} {name}" + ("" if number == 1 else "s")


def _header(text: str) -> Json:
    return {"type": "header", "text": plain(text)}


def _section(text: str) -> Json:
    return {"type": "section", "text": plain(text)}
