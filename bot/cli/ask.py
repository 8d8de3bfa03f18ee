"""Answer one question, or with --jsonl every line of standard input.

  docent ask whats the diffrence between a vm and a container
  docent ask --json "is a vm safer?"
  docent ask --jsonl < questions.jsonl

--jsonl reads one object a line, {"id", "text", "thread"?}, and writes one object a line in the same order, each with
its id. Lines with the same thread are one conversation. A line that cannot be read is answered with an object that
has an "error"; the others go on, and the exit status is 2 at the end.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from time import perf_counter
from typing import TYPE_CHECKING, Any

from bot.cli.common import console, content_options, core_of, logged, print_json, record, settings_of, typed
from bot.cli.main import ANSWERED, ERROR, NOT_ANSWERED

if TYPE_CHECKING:
    from bot.model.context import Context
    from bot.wire import Core, Recorder

HELP = "answer one question, or with --jsonl many"


def options(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("question", nargs="*", help="the question, with or without quotes")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print one JSON object")
    form.add_argument("--jsonl", action="store_true", help="answer every line of standard input")
    content_options(parser)


def run(arguments: argparse.Namespace) -> int:
    """Answer; exit status 0 answered, 1 not answered, 2 an error."""
    question = typed(" ".join(arguments.question))
    if arguments.jsonl == bool(arguments.question):
        what = "--jsonl takes its questions from standard input" if arguments.jsonl else "say what to ask"
        print(f'docent: {what}, for example: docent ask "what can I ask?"', file=sys.stderr)
        return ERROR
    settings = settings_of(arguments)
    core = core_of(settings)
    with logged(settings, core) as recorder:
        if arguments.jsonl:
            return _lines(core, recorder, sys.stdin)
        started = perf_counter()
        reply = core.docent.ask(question)
        recorder.keep(reply, milliseconds=(perf_counter() - started) * 1000)
        if arguments.json:
            print_json(record(reply, core))
        else:
            from bot.show.terminal import Shown

            console().print(Shown(reply))
    return ANSWERED if reply.status == "answered" else NOT_ANSWERED


def _lines(core: Core, recorder: Recorder, lines: Iterable[str]) -> int:
    status = ANSWERED
    for answer in answers(core, recorder, lines):
        status = ERROR if "error" in answer else status
        print_json(answer)
    return status


def answers(core: Core, recorder: Recorder, lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    """One object for each line that is not blank, in order."""
    contexts: dict[str, Context | None] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        asked = _read(line)
        if isinstance(asked, str) or (wrong := _wrong(asked)):
            message = asked if isinstance(asked, str) else wrong
            identity = None if isinstance(asked, str) else asked.get("id")
            yield {"id": identity, "error": f"line {number}: {message}"}
            continue
        thread = None if asked.get("thread") is None else json.dumps(asked["thread"])
        started = perf_counter()
        reply = core.docent.ask(typed(asked["text"]), contexts.get(thread) if thread is not None else None)
        recorder.keep(reply, milliseconds=(perf_counter() - started) * 1000, thread=thread or "")
        if thread is not None:
            contexts[thread] = reply.context
        yield {"id": asked["id"], **record(reply, core)}


def _read(line: str) -> dict[str, Any] | str:
    """The object on a line, or what is wrong with it."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        return f"is not JSON ({error})"
    return value if isinstance(value, dict) else "is not an object"


def _wrong(asked: dict[str, Any]) -> str:
    if "id" not in asked:
        return '"id" is missing'
    if not isinstance(asked.get("text"), str):
        return '"text" is missing, or is not a text'
    if not isinstance(asked.get("thread"), str | int | None):
        return '"thread" is neither a text nor a whole number'
    return ""
