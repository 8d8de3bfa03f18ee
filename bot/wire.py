"""The only module that knows all parts: settings and content in, the core, the log and the Slack shell out."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from bot.content.compile import compile_content
from bot.docent import THRESHOLD, Docent
from bot.model.dialogue import Reply
from bot.model.knowledge import Knowledge
from bot.model.meaning import Meaning
from bot.model.problem import Problem
from bot.settings import DATABASE, Mistake, Settings, SettingsError

if TYPE_CHECKING:
    from bot.slack.serve import Connection

BUILT_IN = ("kinds.yaml", "small-talk.yaml")
"""Files of the shipped intents that hold in every field."""
_OVERVIEWS = (".md", ".markdown")
_PHRASINGS = (".yaml", ".yml", ".jsonl")


@dataclass(frozen=True)
class Core:
    """The compiled content, ready to answer, with what is wrong with it."""

    docent: Docent
    problems: tuple[Problem, ...] = ()
    roots: tuple[Path, ...] = field(default=(), repr=False)
    """The folders that the files of the content are relative to."""

    @property
    def knowledge(self) -> Knowledge:
        """The compiled content."""
        return self.docent.knowledge

    def intent_name(self, meaning: Meaning | None) -> str | None:
        """The kind of question by the name that its author gave it: for data in JSON lines, the label in the data."""
        if meaning is None or meaning.intent != "entry":
            return meaning.intent if meaning else None
        entry = self.docent.understander.catalogue.entries.get(meaning.entry)
        return entry.title if entry and entry.source.file.endswith(".jsonl") else meaning.entry

    def path_of(self, file: str) -> str:
        """A file of the content as it can be opened from here."""
        found = next((root / file for root in self.roots if (root / file).is_file()), Path(file))
        try:
            return str(found.relative_to(Path.cwd()))
        except ValueError:
            return str(found)


def core(settings: Settings) -> Core:
    """Read and compile the content that the settings name.

    Raises:
        SettingsError: a file cannot be read.
    """
    # Data in JSON lines is a whole body of questions and answers: nothing that ships belongs beside it.
    alone = settings.knowledge is None and settings.intents is not None and settings.intents.suffix == ".jsonl"
    knowledge = None if alone else settings.knowledge or shipped("knowledge")
    intents = settings.intents or (shipped("intents") if settings.knowledge is None else None)
    own = shipped("intents")
    built_in = {name: text for name, text in texts(own, _PHRASINGS).items() if name in BUILT_IN}
    compiled, problems = compile_content(
        texts(knowledge, _OVERVIEWS) if knowledge else {}, texts(intents, _PHRASINGS) if intents else {}, built_in
    )
    threshold = THRESHOLD if settings.threshold is None else settings.threshold
    roots = tuple(path if path.is_dir() else path.parent for path in (knowledge, intents, own) if path)
    return Core(Docent(compiled, threshold), problems, roots)


def shipped(name: str) -> Path:
    """The folder of content that comes with Docent: inside the installed package, or beside it in a checkout."""
    package = Path(str(files("bot")))
    inside = package / "shipped" / name
    return inside if inside.is_dir() else package.parent / name


def texts(path: Path, endings: tuple[str, ...]) -> Mapping[str, str]:
    """The texts of a folder, or of one file, by their path in it. Hidden files are left out.

    Raises:
        SettingsError: a file cannot be read, or is no text.
    """
    inside = sorted(found for found in path.rglob("*") if found.suffix.lower() in endings) if path.is_dir() else [path]
    read = {}
    for found in inside:
        name = found.relative_to(path).as_posix() if path.is_dir() else path.name
        if any(part.startswith(".") for part in Path(name).parts) or not found.is_file():
            continue
        try:
            read[name] = found.read_text("utf-8-sig")
        except UnicodeDecodeError as error:
            raise SettingsError(
                (Mistake(str(found), f"is not UTF-8 (byte {error.start}). Save it as UTF-8."),)
            ) from None
        except OSError as error:
            raise SettingsError((Mistake(str(found), f"cannot be read ({error.strerror})."),)) from None
    return read


class Recorder(Protocol):
    """Keeps exchanges of the terminal."""

    def keep(self, reply: Reply, *, milliseconds: float, thread: str = "") -> None:
        """Store one exchange."""


class _Nowhere:
    def keep(self, reply: Reply, *, milliseconds: float, thread: str = "") -> None:
        """Keep nothing."""


@contextmanager
def recorder(settings: Settings, core: Core) -> Iterator[Recorder]:
    """The log for exchanges of the terminal: the file that DOCENT_DATABASE names, or none.

    Raises:
        StoreError: the file cannot be used.
    """
    if settings.database is None:
        yield _Nowhere()
        return
    from bot.show import plain
    from bot.store.exchanges import Exchanges
    from bot.store.records import Incoming, Outcome

    with Exchanges(settings.database) as exchanges:

        class Terminal:
            def keep(self, reply: Reply, *, milliseconds: float, thread: str = "") -> None:
                """Store one exchange before the next is asked."""
                outcome = Outcome.of(
                    reply,
                    text=plain.render(reply),
                    content_version=core.knowledge.version,
                    milliseconds=milliseconds,
                )
                incoming = Incoming(
                    "terminal", "terminal", "terminal", reply.question, channel="terminal", thread=thread
                )
                exchanges.record(incoming, outcome)

        yield Terminal()


def connection(settings: Settings) -> Connection:
    """How to reach Slack by these settings; ``settings.slack()`` has said that they are whole."""
    from bot.slack.serve import Connection

    def secret(name: str) -> str:
        value = getattr(settings, name)
        return value.get_secret_value() if value else ""

    return Connection(
        bot_token=secret("bot_token"),
        transport=settings.transport,
        app_token=secret("app_token"),
        signing_secret=secret("signing_secret"),
        host=settings.host,
        port=settings.port,
        api_url=settings.slack_api_url,
    )


def serve(settings: Settings, core: Core, ready: Callable[[str], None]) -> None:
    """Answer on Slack until the process is told to stop (SIGINT, SIGTERM).

    Raises:
        StoreError: the database cannot be opened.
        SlackRefused: Slack does not accept a token.
    """
    from bot.slack.serve import serve as serve_slack
    from bot.store.exchanges import Exchanges

    async def until_stopped() -> None:
        stop = asyncio.Event()
        for name in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(name, stop.set)
        with Exchanges(settings.database or DATABASE) as exchanges:
            await serve_slack(lambda: core.docent, exchanges, connection(settings), stop, ready=ready)

    asyncio.run(until_stopped())
