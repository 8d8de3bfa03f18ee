"""Print the last exchanges, the oldest first.

  docent log --unanswered --since 7d
  docent log --explain 42

Slack's questions are always kept; those of ask and chat only where DOCENT_DATABASE names the file.
"""

from __future__ import annotations

import argparse
import re
import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.cli.common import print_json, settings_of
from bot.cli.explain import explained
from bot.cli.main import ANSWERED, ERROR

if TYPE_CHECKING:
    from bot.store.rows import Exchange

HELP = "print the last exchanges"

_AGO = re.compile(r"(\d{1,6})\s*([mhdw])")
_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


def options(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("--unanswered", action="store_true", help="only questions that got no answer")
    parser.add_argument(
        "--since",
        type=_moment,
        metavar="WHEN",
        help="not before: 2026-01-31, 2026-01-31T08:00Z, or 30m, 12h, 7d, 2w ago",
    )
    parser.add_argument("--limit", type=_count, default=20, metavar="N", help="how many (20)")
    parser.add_argument("--json", action="store_true", help="print one JSON object a line")
    parser.add_argument("--explain", type=_count, metavar="ID", help="how one exchange was understood")
    parser.add_argument("--database", metavar="PATH", help="the SQLite file")


def run(arguments: argparse.Namespace) -> int:
    """Print; exit status 2 for an id that is not there."""
    from bot.settings import DATABASE
    from bot.store.log import Log

    settings = settings_of(arguments)
    with Log(settings.database or DATABASE) as log:
        if arguments.explain is not None:
            found = log.explain(arguments.explain)
            if found is None:
                print(f"docent: there is no exchange {arguments.explain}. docent log prints the ids.", file=sys.stderr)
                return ERROR
            _explain(found, as_json=arguments.json)
            return ANSWERED
        for each in log.recent(arguments.limit, since=arguments.since, unanswered=arguments.unanswered):
            if arguments.json:
                print_json(each.model_dump(mode="json"))
            else:
                print(_line(each))
    return ANSWERED


def _explain(exchange: Exchange, *, as_json: bool) -> None:
    if as_json:
        print_json(exchange.model_dump(mode="json"))
        return
    print(_line(exchange))
    if exchange.understanding is None:
        print(f"not answered: {exchange.error or exchange.state}")
        return
    for line in explained(exchange.question, exchange.understanding):
        print(line)
    print(f"Content     {exchange.content_version[:12]}")
    print(f"\n{exchange.reply_text}")


def _line(exchange: Exchange) -> str:
    sure = "" if exchange.confidence is None else f"{exchange.confidence:.2f}"
    question = " ".join(exchange.question.split())
    when = exchange.received_at.astimezone(UTC)
    kept = exchange.status or exchange.state
    return f"{exchange.id:>6}  {when:%Y-%m-%d %H:%M:%S}Z  {kept:<9} {sure:>4}  {exchange.meaning or '-'}  {question}"


def _moment(text: str) -> datetime:
    ago = _AGO.fullmatch(text.strip().lower())
    if ago:
        return datetime.now(UTC) - timedelta(**{_UNITS[ago[2]]: int(ago[1])})
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        message = f'"{text}" is no time. Write 2026-01-31, or 7d for seven days ago'
        raise argparse.ArgumentTypeError(message) from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _count(text: str) -> int:
    if text.isascii() and text.isdigit() and 0 < len(text) < 10 and int(text) > 0:
        return int(text)
    message = f'"{text}" is no number. Write 1 or more'
    raise argparse.ArgumentTypeError(message)
