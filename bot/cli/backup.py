"""Copy the database to FILE, also while Docent runs. The copy is checked before it is kept.

To go back to it, stop Docent, put FILE in the place of the database, remove the files beside it that end in -wal and -shm,
and start Docent.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from bot.cli.common import settings_of
from bot.cli.main import ANSWERED
from bot.settings import DATABASE

HELP = "copy the database, also while Docent runs"


def options(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("file", metavar="FILE", type=Path, help="the copy; it must not exist")
    parser.add_argument("--database", metavar="PATH", help="what to copy (default: DOCENT_DATABASE, or docent.db)")
    parser.add_argument("--force", action="store_true", help="replace FILE where it exists")


def run(arguments: argparse.Namespace) -> int:
    """Copy, check, and say what the copy holds."""
    from bot.store.backup import backup

    source = settings_of(arguments).database or DATABASE
    copied = backup(source, arguments.file, replace=arguments.force)
    print(f"{arguments.file}: {copied.exchanges} exchanges, {copied.bytes} bytes, checked.")
    return ANSWERED
