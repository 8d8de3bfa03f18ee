"""Ask the Docent that runs here how it is, as a container's health check does. Prints what it says; exit status 0 where
it works, 1 where it does not or nobody answers.

It is asked where DOCENT_HEALTH_PORT says, or else on the port that Docent listens on for Slack or for installations.
"""

from __future__ import annotations

import argparse
import http.client
import sys

from bot.cli.common import settings_of
from bot.cli.main import ANSWERED, NOT_ANSWERED

HELP = "ask the Docent that runs here whether it works"
_SECONDS = 10.0
_EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - where it listens, and where it can be asked


def options(parser: argparse.ArgumentParser) -> None:
    """The command's options."""
    parser.add_argument("--ready", action="store_true", help="whether it is installed in a workspace as well")


def run(arguments: argparse.Namespace) -> int:
    """Ask, and print the reply."""
    settings = settings_of(arguments)
    port = settings.port if settings.health_port is None else settings.health_port
    host = _EVERYWHERE.get(settings.host, settings.host)
    connection = http.client.HTTPConnection(host, port, timeout=_SECONDS)
    try:
        connection.request("GET", "/readyz" if arguments.ready else "/healthz")
        reply = connection.getresponse()
        told = reply.read().decode("utf-8", "replace")
    except (OSError, http.client.HTTPException) as error:
        print(f"docent: nobody answers on {host}:{port} ({error}). Is DOCENT_HEALTH_PORT set for it?", file=sys.stderr)
        return NOT_ANSWERED
    finally:
        connection.close()
    print(told)
    return ANSWERED if reply.status == http.client.OK else NOT_ANSWERED
