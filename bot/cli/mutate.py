"""Try slips of the pen on every authored question: none may be answered with the opposite.

Letters swapped, missing, doubled, wrong or extra within the budget of each word, plurals, words swapped, joined or
dropped. Prints how many were tried and how many flipped; exit status 1 if any did.
"""

from __future__ import annotations

import argparse
from dataclasses import asdict

from bot.cli.common import content_options, core_of, print_json, settings_of
from bot.cli.main import ANSWERED, NOT_ANSWERED

HELP = "try slips of the pen: none may flip an answer"

_SHOWN = 20


def options(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("--seed", type=int, default=0, help="which mutations are drawn (0)")
    parser.add_argument(
        "--limit",
        type=int,
        default=20_000,
        help="how many are tried, at least one for each question; 0 for all (20000)",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    content_options(parser)


def run(arguments: argparse.Namespace) -> int:
    """Try them; exit status 1 for a flip."""
    from bot.mutate import mutate

    core = core_of(settings_of(arguments))
    report = mutate(core.docent, arguments.seed, arguments.limit or None)
    if arguments.json:
        print_json(asdict(report))
    else:
        for flip in report.flips[:_SHOWN]:
            print(f'flip ({flip.why}, {flip.kind}): "{flip.question}" is {flip.expected}')
            print(f'     "{flip.mutated}" is {flip.given}')
        if len(report.flips) > _SHOWN:
            print(f"… and {len(report.flips) - _SHOWN} more; --json prints all")
        print(
            f"{report.questions} questions, {report.tried} mutations tried: {report.same} answered the same,"
            f" {report.near} in another form, {report.unsure} asked back, {report.declined} declined,"
            f" {len(report.flips)} flips"
        )
    return NOT_ANSWERED if report.flips else ANSWERED
