"""An answer as a Slack message or view: blocks that the surface draws, within Slack's limits, and the same as text."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from bot.model.answer import Answer, Choice
from bot.model.dialogue import Reply
from bot.model.prose import Paragraph, Prose, Span
from bot.show import action_ids, plain, rich_text, tables
from bot.show.brief import SHOWN_ROWS, brief
from bot.show.cite import citations
from bot.show.layout import Sheet, laid
from bot.show.limits import characters
from bot.show.message import Message
from bot.show.mrkdwn import escape
from bot.show.rich_text import Block
from bot.show.surfaces import PROFILES, Profile, Surface
from bot.show.words import clean, clean_prose, cut, divide_prose, one_line, size

TEXT = 4000
"""Longest text beside blocks: what notifications and screen readers get."""
TEXT_ALONE = 10_000
"""Longest text of a message without blocks."""
Form = Literal["", "brief", "whole"]
"""brief: a long answer in its short form, with a button for the rest. whole: all of it, with a button back; what one
message cannot hold comes in pages. Both have a button for the lines that the answer rests on. Empty: as much as one message
holds, with none of these buttons."""
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
    page: int = 0,
    text: str | None = None,
) -> Message:
    """The answer for one surface. It keeps Slack's limits whatever the answer holds; what had to be left out is said.

    In: the reply (or an answer alone, shown as answered); the id that feedback and the private buttons are bound to, empty
    for none; ``native``: whether native tables may be used; ``human``: whether to offer "Ask a human"; ``form``: see
    there; ``page``: which page, from 0, of what one message cannot hold; behind the last it is the last; ``text``: the
    reply as ``plain.render`` gives it, where it was made before. The text beside the blocks is that of the whole answer.
    """
    answer = reply.answer if isinstance(reply, Reply) else reply
    if surface == "text":
        # Slack's letters have no fixed pitch: nothing would stand aligned.
        return Message(_fallback(plain.render(reply, width=0), answer, TEXT_ALONE))
    whole = plain.render(reply) if text is None else text
    profile = PROFILES[surface]
    value = _value(reply, answer_id) if form else ""
    short = brief(answer) if value else None
    opened = short is None or form == "whole"
    sortable = native and profile.data_table
    drawn = answer if opened or short is None else (brief(answer, tables=False) or answer) if sortable else short
    head, body, cut_head = _head(drawn)
    fixed = [*_choices(reply, answer), *_sources(answer)]
    rating = _rating(reply, profile, answer_id)
    sheet = Sheet(
        # Beside the body: a word on what is left out or on the page, and a row of buttons.
        blocks=profile.blocks - len(head) - len(fixed) - len(rating) - 2,
        characters=profile.characters - sum(map(characters, (*head, *fixed, *rating))) - _CLOSING,
        table=native and profile.table,
        data_table=sortable,
        open_rows=tables.ROWS if opened else SHOWN_ROWS,
    )
    pages, cut_body = laid(body, sheet)
    page = min(max(page, 0), len(pages) - 1)
    paged = len(pages) > 1 and opened and bool(value)
    cut_here = cut_head or cut_body or (len(pages) > 1 and not value)
    closing = _closing(answer) if cut_here else []
    if paged:
        closing.append({"type": "context", "elements": [_plain(f"Page {page + 1} of {len(pages)}")]})
    elements = _forms(answer, value, long=short is not None, opened=opened)
    elements += _pager(page, len(pages), value) if paged else []
    buttons = _buttons(reply, profile, _value(reply, answer_id), elements, human=human and bool(answer_id))
    tail = [*closing, *fixed, *buttons, *rating]
    shown = (*(head if page == 0 else head[:1]), *pages[page], *tail)
    return Message(_fallback(whole, answer, TEXT), shown, len(pages), cut=cut_here)


def without_table(
    reply: Reply | Answer, surface: Surface, answer_id: str = "", *, human: bool = False, form: Form = ""
) -> Message:
    """The same without any native table: for when Slack has refused the blocks."""
    return render(reply, surface, answer_id, native=False, human=human, form=form)


def _head(answer: Answer) -> tuple[list[Block], Answer, bool]:
    """The heading and the lead; the answer with what follows, where a very long lead goes on; whether the heading is cut."""
    heading = one_line(answer.heading)
    head = [{"type": "header", "text": _plain(cut(heading, _HEADER))}] if heading else []
    lead, more = divide_prose(clean_prose(answer.lead), rich_text.PIECE)
    rest = replace(answer, parts=(Paragraph(more), *answer.parts)) if more else answer
    return [*head, *rich_text.paragraphs(lead)], rest, size(heading) > _HEADER


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


def _forms(answer: Answer, value: str, *, long: bool, opened: bool) -> list[Block]:
    """The buttons for the other form of a long answer, and for its source."""
    elements = []
    if value and long:
        elements.append(_button("Less", action_ids.LESS, value) if opened else _button("More", action_ids.MORE, value))
    if value and answer.sources:
        elements.append(_button("Source", action_ids.SOURCE, value))
    return elements


def _pager(page: int, pages: int, value: str) -> list[Block]:
    elements = []
    if page > 0:
        elements.append(_button("Previous page", action_ids.numbered(action_ids.PAGE, page - 1), value))
    if page < pages - 1:
        elements.append(_button("Next page", action_ids.numbered(action_ids.PAGE, page + 1), value))
    return elements


def _buttons(reply: Reply | Answer, profile: Profile, value: str, elements: list[Block], *, human: bool) -> list[Block]:
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


def _fallback(whole: str, answer: Answer, limit: int) -> str:
    if size(text := escape(whole)) <= limit:
        return text or "There is nothing to show."
    closing = f"\n\n{_rest(answer)}"
    room = limit - size(escape(closing))
    budget = room
    while (over := size(text := escape(cut(whole, budget))) - room) > 0:
        budget -= over
    return text + escape(closing)
