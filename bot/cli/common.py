"""What the commands share: the options that name the content, and how replies are written out."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from bot.settings import Settings

if TYPE_CHECKING:
    from rich.console import Console

    from bot.model.dialogue import Reply
    from bot.model.meaning import Meaning
    from bot.wire import Core, Recorder


def content_options(parser: argparse.ArgumentParser) -> None:
    """``--knowledge`` and ``--intents``."""
    parser.add_argument("--knowledge", metavar="PATH", help="folder of overviews, or one Markdown file")
    parser.add_argument("--intents", metavar="PATH", help="folder of YAML files that say how people ask, or one file")


def settings_of(arguments: argparse.Namespace) -> Settings:
    """The settings in force: the environment, and the command's options above it."""
    options = {f"--{name}": getattr(arguments, name, None) for name in ("knowledge", "intents", "database")}
    return Settings.read(os.environ, options)


@contextmanager
def logged(settings: Settings, core: Core) -> Iterator[Recorder]:
    """Where exchanges of the terminal are kept; while a running Docent writes the file, nowhere, and that is said."""
    from bot import wire
    from bot.store.errors import StoreInUse

    with ExitStack() as kept:
        try:
            recorder = kept.enter_context(wire.recorder(settings, core))
        except StoreInUse as error:
            print(f"docent: what is asked here is not logged: {error.message}", file=sys.stderr)
            recorder = wire.Unlogged()
        yield recorder


def core_of(settings: Settings) -> Core:
    """The compiled content, ready to answer; its problems are announced on standard error."""
    from bot import wire

    core = wire.core(settings)
    if core.problems:
        count = "one problem" if len(core.problems) == 1 else f"{len(core.problems)} problems"
        print(f"docent: {count} in the content; `docent check` prints them.", file=sys.stderr)
    return core


def console() -> Console:
    """A console on standard output: styles and colours on a terminal alone, ``COLUMNS`` honoured everywhere."""
    from rich.console import Console

    return Console(highlight=False, markup=False, emoji=False, soft_wrap=False)


def print_json(value: object) -> None:
    """One object on one line, at once: another program may be waiting for it."""
    print(json.dumps(value, ensure_ascii=False), flush=True)


def typed(text: str) -> str:
    """A text from the command line or standard input: bytes that are no text become a mark."""
    return text.encode("utf-8", "replace").decode("utf-8")


def record(reply: Reply, core: Core) -> dict[str, Any]:
    """A reply as other programs read it."""
    from bot.show import plain

    meaning = best_meaning(reply)
    return {
        "question": reply.question,
        "status": reply.status,
        "intent": core.intent_name(reply.meaning),
        "subjects": list(meaning.subjects) if meaning else [],
        "aspects": list(meaning.aspects) if meaning else [],
        "confidence": round(reply.understanding.confidence, 4),
        "text": plain.render(reply),
        "sources": [asdict(source) for source in reply.answer.sources],
        "suggestions": [choice.text for choice in reply.answer.choices],
    }


def best_meaning(reply: Reply) -> Meaning | None:
    """What was answered; None where nothing was."""
    return reply.meaning
