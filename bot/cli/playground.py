"""A workspace in the browser: channels, threads, modals and the App Home, with the bot in it, and no Slack.

It listens on this machine only and keeps nothing. Content is read anew whenever one of its files changes.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import signal

from bot.cli.common import content_options, settings_of
from bot.cli.main import ANSWERED

HELP = "try Docent in the browser, without Slack"

PORT = 3100
"""The first port that is tried."""


def options(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    told = f"port, or the next free one where it is taken; {PORT} if not given, 0 for any"
    parser.add_argument("--port", type=_port, default=PORT, metavar="N", help=told)
    content_options(parser)


def _port(text: str) -> int:
    if text.isascii() and text.isdigit() and int(text) <= 65535:
        return int(text)
    message = f'"{text}" is not a port. Write a number from 1 to 65535, or 0 for any free one.'
    raise argparse.ArgumentTypeError(message)


def run(arguments: argparse.Namespace) -> int:
    """Serve the page until stopped."""
    from bot import wire
    from bot.slack.playground.run import play

    settings = settings_of(arguments)
    content = wire.followed(settings)

    async def until_stopped() -> None:
        stop = asyncio.Event()
        for name in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(name, stop.set)
        house = wire.house(settings)
        await play(content, arguments.port, stop, lambda line: print(line, flush=True), house)

    logging.basicConfig(format="%(levelname)s %(name)s: %(message)s", level=logging.WARNING)
    asyncio.run(until_stopped())
    return ANSWERED
