"""The command ``docent``: its words, and the one place where the process gets its exit status."""

from __future__ import annotations

import argparse
import atexit
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module

ANSWERED, NOT_ANSWERED, ERROR = 0, 1, 2
"""Exit status: of a question as said; of a check 0 for no problem and 1 for one or more; 2 for what could not be run."""
INTERRUPTED, CLOSED_PIPE = 130, 141

_BETWEEN_COLLECTIONS = 50_000
"""Objects that are made between two looks for garbage."""

COMMANDS = ("ask", "chat", "run", "check", "why", "log", "evaluate", "mutate", "playground", "backup", "health")
"""Each is a module beside this one with ``HELP``, ``options(parser)`` and ``run(arguments) -> exit status``."""

_ABOUT = """Docent answers a team's questions from its own Markdown overviews, in Slack and in the terminal.

Exit status: 0 answered or in order, 1 not answered or problems found, 2 an error."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        argv: the words after ``docent``; those of the process by default.

    Returns:
        The exit status. Mistakes of the person are printed on standard error, each with its remedy.
    """
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    if argv is None:
        # What is imported and built stays until the end: looking for garbage in it would cost a tenth of a short command.
        gc.set_threshold(_BETWEEN_COLLECTIONS, 20, 20)
        atexit.register(gc.freeze)
    arguments = _parser(sys.argv[1:] if argv is None else argv).parse_args(argv)
    try:
        status = int(import_module(f"bot.cli.{arguments.command}").run(arguments))
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has read enough. What is still buffered must not be flushed into the closed pipe at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLOSED_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        if not _is_told(error):
            raise
        print(f"docent: {_remedied(error)}", file=sys.stderr)
        return ERROR
    return status


def _parser(argv: Sequence[str]) -> argparse.ArgumentParser:
    """The parser. Only the command that is asked for is imported, so that each starts as fast as it can."""
    parser = argparse.ArgumentParser(
        prog="docent", description=_ABOUT, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    named = next((word for word in argv if not word.startswith("-")), None)
    for name in COMMANDS if named not in COMMANDS else (named,):
        module = import_module(f"bot.cli.{name}")
        command = commands.add_parser(
            name, help=module.HELP, description=module.__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
        )
        module.options(command)
    return parser


class _Version(argparse.Action):
    """Looks the version up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import PackageNotFoundError, version

        try:
            print(f"docent {version('docent')}")
        except PackageNotFoundError:
            print("docent, from a checkout that is not installed")
        parser.exit()


def _is_told(error: Exception) -> bool:
    """Whether an exception is a mistake of the person or of the machine, and says so itself."""
    from bot.settings import SettingsError
    from bot.store.errors import StoreError

    return isinstance(error, SettingsError | StoreError | OSError)


def _remedied(error: Exception) -> str:
    remedy = getattr(error, "remedy", "")
    return f"{error} {remedy}" if remedy and remedy not in str(error) else str(error)
