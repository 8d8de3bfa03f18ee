"""An answer as a Slack message or view: blocks that the surface draws, within Slack's limits, and the same as text."""

from __future__ import annotations

from typing import Literal, assert_never

from bot.model.answer import Answer, Choice
from bot.model.dialogue import Reply
from bot.model.prose import CodeBlock, Columns, Listing, Paragraph, Part, Prose, Span, Subheading, Table
from bot.show import action_ids, plain, rich_text, tables
from bot.show.brief import brief
from bot.show.cite import citations
from bot.show.grids import grid
from bot.show.limits import characters
from bot.show.message import Message
from bot.show.mrkdwn import escape
from bot.show.rich_text import Block
from bot.show.surfaces import PROFILES, Profile, Surface
from bot.show.words import clean, clean_prose, cut, cut_prose, one_line, size

TEXT = 4000
"""Longest text beside blocks: what notifications and screen readers get."""
TEXT_ALONE = 10_000
"""Longest text of a message without blocks."""
Form = Literal["", "brief", "whole"]
"""brief: a long answer in its short form, with a button for the rest. whole: all of it, with a button back. Both have a
button for the lines that the answer rests on. Empty: all of it, with none of these buttons."""
_HEADER = 150
_BUTTON = 75
_BUTTONS = 10
_CITATIONS = 8
_CITATION = 300
_CLOSING = 500


def render(
    reply: Reply | Answer,
    surface: Surface,
    answer_id: str = "",
    *,
    native: bool = True,
    human: bool = False,
    form: Form = "",
) -> Message:
    """The answer for one surface. It keeps Slack's limits whatever the answer holds; what had to be left out is said.

    In: the reply (or an answer alone, shown as answered); the id that feedback and the private buttons are bound to, empty
    for none; ``native``: whether native tables may be used; ``human``: whether to offer "Ask a human"; ``form``: see
    there. The text beside the blocks is that of the whole answer.
    """
    answer = reply.answer if isinstance(reply, Reply) else reply
    if surface == "text":
        return Message(_fallback(reply, answer, TEXT_ALONE))
    profile = PROFILES[surface]
    head, short = _head(answer)
    value = _value(reply, answer_id)
    shaped, reshape = _shaped(answer, form, value)
    buttons = _buttons(reply, profile, value, reshape, human=human and bool(answer_id))
    tail = [*_choices(reply, answer), *_sources(answer), *buttons, *_rating(reply, profile, answer_id)]
    slots = profile.blocks - len(head) - len(tail) - 1
    room = profile.characters - sum(map(characters, (*head, *tail))) - _CLOSING
    body, left_out = _body(shaped, profile, slots, room, native=native)
    closing = _closing(answer) if short or left_out else []
    return Message(_fallback(reply, answer, TEXT), (*head, *body, *closing, *tail))


def without_table(reply: Reply | Answer, surface: Surface, answer_id: str = "", *, human: bool = False) -> Message:
    """The same without any native table: for when Slack has refused the blocks."""
    return render(reply, surface, answer_id, native=False, human=human)


def _head(answer: Answer) -> tuple[list[Block], bool]:
    heading = one_line(answer.heading)
    lead = clean_prose(answer.lead)
    head = [{"type": "header", "text": _plain(cut(heading, _HEADER))}] if heading else []
    short = size(lead.plain) > rich_text.PIECE
    return [*head, *rich_text.paragraphs(cut_prose(lead, rich_text.PIECE))], short or size(heading) > _HEADER


def _body(answer: Answer, profile: Profile, slots: int, room: int, *, native: bool) -> tuple[list[Block], bool]:
    body: list[Block] = []
    short = False
    free = native and profile.table
    for part in answer.parts:
        made, cells_short = _part(part, profile, room, answer.heading, native=free)
        short = short or cells_short
        for block in made:
            room -= characters(block)
            if len(body) == slots or room < 0:
                return body, True
            free = free and block["type"] not in {"table", "data_table"}
            body.append(block)
    return body, short


def _part(part: Part, profile: Profile, room: int, caption: str, *, native: bool) -> tuple[list[Block], bool]:
    match part:
        case Paragraph(prose):
            return rich_text.paragraphs(prose), False
        case Subheading(text):
            return rich_text.paragraphs(Prose.of(one_line(text), bold=True)), False
        case Listing():
            return rich_text.listing(part), False
        case CodeBlock():
            return rich_text.code(part), False
        case Table() | Columns():
            return _table(part, profile, room, caption, native=native)
        case _:
            assert_never(part)


def _table(
    part: Table | Columns, profile: Profile, room: int, caption: str, *, native: bool
) -> tuple[list[Block], bool]:
    whole, short = tables.shortened(grid(part))
    if not native:
        return tables.substitute(whole), short
    limit = min(room, tables.CHARACTERS)
    first, *rest = list(tables.split(whole, limit)) or [whole]
    if not tables.fits(first, limit):
        return tables.substitute(whole), short
    paged = profile.data_table and len(first.rows) >= tables.PAGED_FROM
    blocks = [tables.native(first, caption, paged=paged)]
    for more in rest:
        blocks += tables.substitute(more)
    return blocks, short


def _choices(reply: Reply | Answer, answer: Answer) -> list[Block]:
    unsure = isinstance(reply, Reply) and reply.status == "unsure"
    kind = action_ids.DID_YOU_MEAN if unsure else action_ids.ASK
    elements = [
        _button(choice.text, action_ids.numbered(kind, place), choice.meaning)
        for place, choice in enumerate(filter(_pressable, answer.choices))
    ]
    return [{"type": "actions", "elements": elements[:_BUTTONS]}] if elements else []


def _pressable(choice: Choice) -> bool:
    sound = choice.meaning == clean(choice.meaning) and 0 < size(choice.meaning) <= action_ids.VALUE_LIMIT
    return sound and bool(one_line(choice.text))


def _sources(answer: Answer) -> list[Block]:
    places = [cut(place, _CITATION) for place in citations(answer.sources, "\u201c\u201d")]
    if len(places) > _CITATIONS:
        places[_CITATIONS - 1 :] = [f"and {len(places) - _CITATIONS + 1} more places"]
    return [{"type": "context", "elements": [_plain(place) for place in places]}] if places else []


def _value(reply: Reply | Answer, answer_id: str) -> str:
    """What the buttons under an answer carry; empty where nothing is known of it later."""
    meaning = reply.meaning.id if isinstance(reply, Reply) and reply.meaning else ""
    value = action_ids.pack(answer_id, meaning)
    return "" if value == "|" else value


def _shaped(answer: Answer, form: Form, value: str) -> tuple[Answer, list[Block]]:
    """The answer in its form, with the buttons for the others."""
    if not form or not value:
        return answer, []
    elements = []
    short = brief(answer)
    if short is not None and form == "brief":
        elements.append(_button("More", action_ids.MORE, value))
    elif short is not None:
        elements.append(_button("Less", action_ids.LESS, value))
    if answer.sources:
        elements.append(_button("Source", action_ids.SOURCE, value))
    return short if short is not None and form == "brief" else answer, elements


def _buttons(reply: Reply | Answer, profile: Profile, value: str, elements: list[Block], *, human: bool) -> list[Block]:
    elements = elements.copy()
    if profile.private and value and _answers(reply):
        elements.append(_button("Share to channel", action_ids.SHARE, value))
        elements.append(_button("Why this answer?", action_ids.WHY, value))
    if human:
        elements.append(_button("Ask a human", action_ids.ASK_HUMAN, value))
    return [{"type": "actions", "elements": elements}] if elements else []


def _rating(reply: Reply | Answer, profile: Profile, answer_id: str) -> list[Block]:
    asked = profile.feedback and answer_id and _answers(reply)
    return [{"type": "context_actions", "elements": [_feedback(answer_id)]}] if asked else []


def _answers(reply: Reply | Answer) -> bool:
    return isinstance(reply, Answer) or reply.status == "answered"


def _feedback(answer_id: str) -> Block:
    return {
        "type": "feedback_buttons",
        "action_id": action_ids.FEEDBACK,
        "positive_button": {
            "text": _plain("Helpful"),
            "value": f"{answer_id}:up",
            "accessibility_label": "Mark this answer as helpful",
        },
        "negative_button": {
            "text": _plain("Not helpful"),
            "value": f"{answer_id}:down",
            "accessibility_label": "Mark this answer as not helpful",
        },
    }


def _button(text: str, action_id: str, value: str) -> Block:
    return {"type": "button", "text": _plain(cut(one_line(text), _BUTTON)), "action_id": action_id, "value": value}


def _plain(text: str) -> Block:
    return {"type": "plain_text", "text": text, "emoji": False}


def _closing(answer: Answer) -> list[Block]:
    return rich_text.paragraphs(Prose((Span(_rest(answer), italic=True),)))


def _rest(answer: Answer) -> str:
    places = citations(answer.sources, "\u201c\u201d")
    if not places:
        return "This is shortened: the whole is too long to be shown here."
    return f"This is shortened: the whole of it is in {cut(places[0], _CITATION)}."


def _fallback(reply: Reply | Answer, answer: Answer, limit: int) -> str:
    whole = plain.render(reply)
    if size(text := escape(whole)) <= limit:
        return text or "There is nothing to show."
    closing = f"\n\n{_rest(answer)}"
    room = limit - size(escape(closing))
    budget = room
    while (over := size(text := escape(cut(whole, budget))) - room) > 0:
        budget -= over
    return text + escape(closing)
