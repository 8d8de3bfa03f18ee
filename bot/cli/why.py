"""Show how a question is understood: corrected words, what was found in it, every reading with its score, the decision.

docent why "whats the diffrence between a vm and a container"
docent why "and size?" --after "compare vm and docker"
"""

from __future__ import annotations

import argparse
from dataclasses import asdict

from bot.cli.common import content_options, core_of, print_json, settings_of, typed
from bot.cli.explain import explained
from bot.cli.main import ANSWERED, NOT_ANSWERED

HELP = "show how a question is understood"


def options(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("question", nargs="+", help="the question, with or without quotes")
    parser.add_argument(
        "--after", action="append", default=[], metavar="TURN", help="what was asked before in the thread; oldest first"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    content_options(parser)


def run(arguments: argparse.Namespace) -> int:
    """Explain; exit status 0 where the question is answered, 1 where it is not."""
    question = typed(" ".join(arguments.question))
    core = core_of(settings_of(arguments))
    context = None
    for turn in arguments.after:
        context = core.docent.ask(typed(turn), context).context
    reply = core.docent.ask(question, context)
    if arguments.json:
        found = {"question": question, "status": reply.status, "threshold": core.docent.threshold}
        print_json(found | asdict(reply.understanding))
    else:
        for line in explained(question, reply.understanding, core.docent.threshold):
            print(line)
    return ANSWERED if reply.status == "answered" else NOT_ANSWERED
