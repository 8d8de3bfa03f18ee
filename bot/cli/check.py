"""Print every problem of the content as file:line: message (hint); exit status 1 if there is one.

Beside what cannot be read, it finds answers that Slack would refuse, and authored phrasings that are not understood as
what they are examples of. The threshold in force is printed last.
"""

from __future__ import annotations

import argparse
from dataclasses import replace

from bot.cli.common import content_options, settings_of
from bot.cli.main import ANSWERED, NOT_ANSWERED
from bot.model.problem import Problem

HELP = "print every problem of the content"


def options(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("--format", choices=("text", "github"), default="text", help="github: annotations for CI")
    content_options(parser)


def run(arguments: argparse.Namespace) -> int:
    """Check; exit status 1 where there is a problem."""
    from bot import wire
    from bot.check import problems

    core = wire.core(settings_of(arguments))
    found = [replace(each, file=core.path_of(each.file)) for each in (*core.problems, *problems(core.docent))]
    for problem in found:
        print(_annotation(problem) if arguments.format == "github" else problem)
    knowledge = core.docent.knowledge
    count = {0: "no problem", 1: "one problem"}.get(len(found), f"{len(found)} problems")
    held = [
        _counted(len(knowledge.overviews), "overview"),
        _counted(len(knowledge.subjects), "subject"),
        _counted(len(knowledge.aspects), "aspect"),
        _counted(len(knowledge.facts), "fact"),
        _counted(len(knowledge.phrasebook.entries), "entry", "entries"),
    ]
    print(f"{', '.join(held)}: {count}")
    print(f"threshold: {core.docent.threshold:g} (0 to 1; DOCENT_THRESHOLD sets it)")
    return NOT_ANSWERED if found else ANSWERED


def _counted(number: int, one: str, several: str = "") -> str:
    return f"{number} {one if number == 1 else several or f'{one}s'}"


def _annotation(problem: Problem) -> str:
    message = f"{problem.message} ({problem.hint})" if problem.hint else problem.message
    escaped = message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    path = problem.file.replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    return f"::error file={path},line={problem.line}::{escaped}"
