"""A conversation: follow-ups, and a number picks one of the questions that were offered.

On a terminal it prompts; from a pipe it reads one question a line. /quit, end of file or Ctrl-C ends it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING

from bot.cli.common import console, content_options, core_of, logged, settings_of, typed
from bot.cli.main import ANSWERED

if TYPE_CHECKING:
    from bot.model.answer import Choice
    from bot.model.context import Context
    from bot.model.dialogue import Reply
    from bot.wire import Core

HELP = "a conversation in the terminal"

PROMPT = "> "
LEAVE = frozenset({"/quit", "/exit", "quit", "exit"})


def options(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    content_options(parser)


def run(arguments: argparse.Namespace) -> int:
    """Talk until the person leaves."""
    try:
        talk(arguments)
    except KeyboardInterrupt:
        print()
    return ANSWERED


def talk(arguments: argparse.Namespace) -> int:
    """Talk until the person leaves; how many questions were answered.

    Raises:
        KeyboardInterrupt: Ctrl-C ended it.
    """
    from bot.settings import Settings
    from bot.show.terminal import Shown

    settings: Settings = settings_of(arguments)
    conversation = Conversation(core_of(settings))
    out = console()
    answered = 0
    with logged(settings, conversation.core) as recorder:
        for answered, line in enumerate(questions(), 1):  # noqa: B007 - the count is what is returned
            started = perf_counter()
            reply = conversation.say(line)
            recorder.keep(reply, milliseconds=(perf_counter() - started) * 1000, thread="chat")
            out.print(Shown(reply, numbered=True))
            out.print()
    return answered


@dataclass
class Conversation:
    """What was said so far, as far as the next turn needs it."""

    core: Core
    context: Context | None = None
    choices: tuple[Choice, ...] = ()

    def say(self, line: str) -> Reply:
        """Answer one line: a question, or the number of a choice that the last answer offered."""
        reply = self._picked(line) or self.core.docent.ask(line, self.context)
        self.context, self.choices = reply.context, reply.answer.choices
        return reply

    def _picked(self, line: str) -> Reply | None:
        number = line.strip().rstrip(".)")
        if not (number.isascii() and number.isdigit() and len(number) < 3 and 1 <= int(number) <= len(self.choices)):
            return None
        return self.core.docent.answer(self.choices[int(number) - 1].meaning)


def questions() -> Iterator[str]:
    """The lines that are asked, blank ones left out; prompts for each on a terminal, and echoes each from a pipe."""
    terminal = sys.stdin.isatty()
    if terminal:
        _with_history()
        print("Ask a question, or type a number to pick one. /quit ends.")
    try:
        while True:
            sys.stdout.flush()
            line = input(PROMPT) if terminal else _piped()
            text = typed(line).strip()
            if text.lower() in LEAVE:
                return
            if text:
                if not terminal:
                    print(f"{PROMPT}{text}")
                yield text
    except EOFError:
        if terminal:
            print()


def _piped() -> str:
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line


def _with_history() -> None:
    """Arrow keys and history, where this Python has them."""
    try:
        import readline  # noqa: F401 - importing it is what gives input() its keys
    except ImportError:
        return
