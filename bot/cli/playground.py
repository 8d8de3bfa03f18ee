"""A workspace in the browser: channels, threads, modals and the App Home, with the bot in it, and no Slack.

It listens on this machine only and keeps nothing. Content is read anew whenever one of its files changes.

A script has one step a line: `ana in #general: @docent what is docker?`, `ben in thread: and is it faster?`,
`ana in direct: what is an image?`, `ana clicks: Share to channel`, `ana opens: home`, `ana uses: Ask Docent` (a shortcut),
`ana fills Or ask in your words: docker size`, `ana picks Find a question: advantages`, `ana closes: modal`.
`> what is docker?` asks in #general, and the next one in its thread; `# …` ends that conversation. Empty and indented lines
say nothing.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli.common import content_options, settings_of
from bot.cli.main import ANSWERED, ERROR

if TYPE_CHECKING:
    from bot.model.problem import Problem
    from bot.slack.playground.script import Step

HELP = "try Docent in the browser, without Slack"

PORT = 3100
"""The first port that is tried."""


def options(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    told = f"port, or the next free one where it is taken; {PORT} if not given, 0 for any"
    parser.add_argument("--port", type=_port, default=PORT, metavar="N", help=told)
    told = "how the stand-in reaches the bot; the page switches it also"
    parser.add_argument("--transport", choices=("socket", "http"), default="socket", help=told)
    told = "do in the workspace what this file says, a step a line: `ana in #general: @docent what is docker?`"
    parser.add_argument("--script", metavar="FILE", help=told)
    content_options(parser)


def _port(text: str) -> int:
    if text.isascii() and text.isdigit() and int(text) <= 65535:
        return int(text)
    message = f'"{text}" is not a port. Write a number from 1 to 65535, or 0 for any free one.'
    raise argparse.ArgumentTypeError(message)


def run(arguments: argparse.Namespace) -> int:
    """Serve the page until stopped."""
    from bot import wire
    from bot.slack.playground.run import Setting, play

    settings = settings_of(arguments)
    script, problems = _script(arguments.script)
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        return ERROR
    content = wire.followed(settings)
    setting = Setting(
        arguments.port,
        arguments.transport,
        wire.manifest(),
        wire.house(settings),
        script,
        arguments.script or "",
    )

    async def until_stopped() -> None:
        stop = asyncio.Event()
        for name in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(name, stop.set)
        await play(content, setting, stop, lambda line: print(line, flush=True))

    logging.basicConfig(format="%(levelname)s %(name)s: %(message)s", level=logging.WARNING)
    asyncio.run(until_stopped())
    return ANSWERED


def _script(file: str | None) -> tuple[tuple[Step, ...], tuple[Problem, ...]]:
    """The steps of the script, with what is wrong with it."""
    from bot.model.problem import Problem
    from bot.slack.playground.script import parse
    from bot.slack.playground.workspace import Workspace

    if file is None:
        return (), ()
    try:
        text = Path(file).read_text("utf-8-sig")
    except UnicodeDecodeError:
        return (), (Problem(file, 1, "this is not UTF-8 text", "save it as UTF-8"),)
    space = Workspace()
    people = [one.name for one in space.users.values() if not one.is_bot]
    return parse(text, file, people, [one.name for one in space.channels.values() if one.name])
