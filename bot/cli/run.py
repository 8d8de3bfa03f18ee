"""Connect to Slack where its tokens are set; open a conversation here and the playground where they are not.

Without tokens questions are answered in the terminal while the playground's page is served, and both end together.
Questions that wait on standard input are answered without a page; where nothing is asked there, as under a service
manager, the page stays until the process is stopped.

Socket Mode needs SLACK_BOT_TOKEN and SLACK_APP_TOKEN; DOCENT_TRANSPORT=http needs SLACK_BOT_TOKEN and
SLACK_SIGNING_SECRET. deploy/README.md says where to find them.
"""

from __future__ import annotations

import argparse
import io
import logging
import select
import signal
import sys
from typing import TYPE_CHECKING

from bot.cli.common import content_options, settings_of
from bot.cli.main import ANSWERED, ERROR

if TYPE_CHECKING:
    from bot.settings import Settings
    from bot.wire import Core

HELP = "connect to Slack, or without its tokens open a conversation and the playground here"

_CHAT = "No Slack tokens: {}. Set SLACK_BOT_TOKEN and SLACK_APP_TOKEN to connect to Slack."
_SILENCE = 0.3
"""Seconds that a pipe has to begin; after them the page is served also."""
_SLACK = "Connecting to Slack ({}). Without SLACK_… variables this opens a conversation here."


def options(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    content_options(parser)


def run(arguments: argparse.Namespace) -> int:
    """Serve until stopped, or talk until the person leaves."""
    settings = settings_of(arguments)
    if not settings.slack():
        return _here(arguments, settings)
    from bot import wire
    from bot.slack.serve import SlackRefused

    logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s", level=logging.INFO)
    print(_SLACK.format("Socket Mode" if settings.transport == "socket" else "HTTP"), flush=True)
    try:
        wire.serve(settings, ready=lambda line: print(line, flush=True), told=_tell)
    except SlackRefused as error:
        print(f"docent: {error}", file=sys.stderr)
        return ERROR
    return ANSWERED


def _here(arguments: argparse.Namespace, settings: Settings) -> int:
    from bot.cli import chat, playground
    from bot.cli.beside import Beside

    logging.basicConfig(format="%(levelname)s %(name)s: %(message)s", level=logging.WARNING)
    signal.signal(signal.SIGTERM, _interrupt)
    asked = _asked()
    here = "questions are answered here" if asked else "a conversation here, and a workspace in the browser"
    print(_CHAT.format(here), flush=True)
    try:
        # Where questions are waiting they are answered and over: nobody is there who would open a page.
        if asked and chat.talk(arguments):
            return ANSWERED
        with Beside(settings, playground.PORT) as page:
            if not chat.talk(arguments) and not sys.stdin.isatty():
                page.wait()
    except KeyboardInterrupt:
        print()
    return ANSWERED


def _asked() -> bool:
    """Whether standard input, a pipe or a file, already holds questions; ``select`` knows no pipes on some systems."""
    if sys.stdin.isatty():
        return False
    try:
        ready, _, _ = select.select([sys.stdin], [], [], _SILENCE)
        return bool(ready and isinstance(sys.stdin.buffer, io.BufferedReader) and sys.stdin.buffer.peek(1))
    except (OSError, ValueError):
        return False


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def _tell(core: Core) -> None:
    """Say which content is answered from, and what is wrong with what was read last."""
    for problem in core.problems:
        print(f"{core.path_of(problem.file)}:{problem.line}: {problem.message}", file=sys.stderr, flush=True)
    kept = "; its problems are above, the last good content stays" if core.problems else ""
    print(f"Content {core.knowledge.version[:12]} is in use{kept}.", flush=True)
