"""Right, wrong and declined on labelled questions, with how well the confidence tells them apart.

  docent evaluate tests/questions/develop.jsonl
  docent evaluate validation.jsonl --intents train.jsonl

A line is {"text", "intent", "subjects"?, "aspects"?}; an intent of null must be declined, and "unsure" must be asked back.
"also" names intents that are right as well. Of an author's entry the label is its name, or "entry" for any. Where subjects or aspects are
given, the answer has to be about them too ("also_aspects" may stand in their place).
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.cli.common import content_options, core_of, print_json, settings_of, typed
from bot.cli.main import ANSWERED, ERROR
from bot.text import stems
from bot.understand.evaluate import Outcome, Prediction, Report, Share, report

if TYPE_CHECKING:
    from bot.model.dialogue import Reply
    from bot.wire import Core

HELP = "right, wrong and declined on labelled questions"

UNSURE = "unsure"


def options(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("file", type=Path, help="labelled questions, one JSON object a line")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    content_options(parser)


def run(arguments: argparse.Namespace) -> int:
    """Evaluate; exit status 2 for a file that cannot be read as questions."""
    questions, mistakes = labelled(arguments.file.read_text("utf-8", "replace"))
    for mistake in mistakes:
        print(f"{arguments.file}:{mistake}", file=sys.stderr)
    if mistakes or not questions:
        print('docent: nothing was evaluated. A line is {"text", "intent"}.', file=sys.stderr)
        return ERROR
    core = core_of(settings_of(arguments))
    found = report(outcome(core, question) for question in questions)
    threshold = core.docent.threshold
    if arguments.json:
        print_json({"threshold": threshold, **_figures(found)})
    else:
        print("\n".join(_lines(found, threshold)))
    return ANSWERED


@dataclass(frozen=True, slots=True)
class Question:
    """One labelled question."""

    text: str
    intent: str | None
    also: tuple[str | None, ...] = ()
    subjects: tuple[str, ...] | None = None
    aspects: tuple[str, ...] | None = None
    also_aspects: tuple[str, ...] = ()


def labelled(text: str) -> tuple[list[Question], list[str]]:
    """The questions of a file, and for each line that is none its number and what is wrong."""
    questions, mistakes = [], []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError):
            mistakes.append(f"{number}: this line is not JSON")
            continue
        if not isinstance(value, dict) or not isinstance(value.get("text"), str) or "intent" not in value:
            mistakes.append(f'{number}: this line has no "text" or no "intent"')
        else:
            questions.append(_question(value))
    return questions, mistakes


def outcome(core: Core, question: Question) -> Outcome:
    """What came of one question. Another label that is right as well counts as the expected one."""
    reply = core.docent.ask(question.text)
    label = core.intent_name(reply.meaning)
    expected = question.intent
    accepted = {expected, *question.also}
    if reply.status == "unsure" and UNSURE in accepted:
        label = UNSURE
    if label in accepted or (reply.meaning is not None and reply.meaning.intent in accepted):
        label = expected
    if label is not None and label == expected and not _agrees(core, question, reply):
        label = f"{label}, of something else"
    top = [core.intent_name(candidate.meaning) or "" for candidate in reply.understanding.trace.candidates]
    top = [expected if name in accepted and expected else name for name in top]
    if label is not None:
        top.insert(0, label)
    confidence = reply.understanding.confidence
    return Outcome(question.text, expected, Prediction(label, confidence, tuple(dict.fromkeys(top))))


def _question(value: dict[str, Any]) -> Question:
    def names(key: str) -> tuple[str, ...] | None:
        return tuple(map(str, value[key])) if isinstance(value.get(key), list) else None

    return Question(
        typed(value["text"]),
        value["intent"],
        tuple(value.get("also") or ()),
        names("subjects"),
        names("aspects"),
        names("also_aspects") or (),
    )


def _agrees(core: Core, question: Question, reply: Reply) -> bool:
    """Whether the answer is about the subjects and the aspects that were asked for."""
    meaning = reply.meaning
    if meaning is None:
        return True
    catalogue = core.docent.understander.catalogue
    subjects = [
        (subject.id, [subject.id, *(alias.text for alias in subject.aliases)])
        for subject in catalogue.subjects.values()
    ]
    aspects = [
        (aspect.id, [aspect.id, *(alias.text for alias in aspect.aliases)]) for aspect in catalogue.aspects.values()
    ]
    if question.subjects is not None and _ids(question.subjects, subjects) != set(meaning.subjects):
        return False
    if not question.aspects or not meaning.aspects:
        return True
    given = set(meaning.aspects)
    return _ids(question.aspects, aspects) <= given or bool(_ids(question.also_aspects, aspects) & given)


def _ids(names: tuple[str, ...], known: list[tuple[str, list[str]]]) -> set[str]:
    """The ids that names stand for; a name that the content does not have stands for itself."""
    return {next((id_ for id_, all_ in known if stems(name) in map(stems, all_)), name) for name in names}


def _figures(found: Report) -> dict[str, Any]:
    def with_percent(value: object) -> object:
        if isinstance(value, dict):
            inner = {key: with_percent(each) for key, each in value.items()}
            return (
                inner | {"percent": Share(value["count"], value["of"]).percent}
                if set(value) == {"count", "of"}
                else inner
            )
        return [with_percent(each) for each in value] if isinstance(value, list | tuple) else value

    figures = with_percent(asdict(found))
    assert isinstance(figures, dict)  # noqa: S101 - asdict gives one
    return figures


def _lines(found: Report, threshold: float) -> list[str]:
    lines = [
        f"threshold in force      {threshold:g}",
        f"in scope                {found.right.of} questions",
        f"  right                 {_share(found.right)}",
        f"  wrong                 {_share(found.wrong)}",
        f"  declined              {_share(found.declined)}",
        f"  right if none declined {_share(found.best_right)}",
        f"  among the first three {_share(found.top_three)}",
        f"out of scope            {found.out_declined.of} questions",
        f"  declined              {_share(found.out_declined)}",
        f"  answered              {_share(found.out_answered)}",
        f"AUROC                   {'-' if found.auroc is None else f'{found.auroc:.1f}'}",
        "",
        "confidence   mean  right",
    ]
    lines += [
        f"{each.low:.1f} to {each.high:.1f}  {each.confidence:5.2f}  {_share(each.right)}" for each in found.reliability
    ]
    lines += ["", "threshold  precision  coverage  right  out of scope declined"]
    lines += [
        f"{each.threshold:9.2f}  {each.precision.percent:8.1f}%  {each.coverage.percent:7.1f}%"
        f"  {each.right.percent:4.1f}%  {each.declined.percent:5.1f}%"
        for each in found.thresholds
    ]
    if found.confused:
        lines += ["", "most confused: expected, answered, times"]
        lines += [f"  {expected}  {answered}  {times}" for expected, answered, times in found.confused]
    return lines


def _share(share: Share) -> str:
    return f"{share.percent:5.1f}%  ({share.count} of {share.of})"
