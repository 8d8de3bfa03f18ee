"""The only module that knows all parts: settings and content in, the core, the log and the Slack shell out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from bot.docent import THRESHOLD, Docent
from bot.model.dialogue import Reply
from bot.model.knowledge import Knowledge
from bot.model.meaning import Meaning
from bot.model.problem import Problem
from bot.settings import DATABASE, Settings
from bot.store.cache import MatcherCache, user_cache
from bot.store.content import PHRASINGS, Content, Loaded, read_texts

if TYPE_CHECKING:
    from bot.slack.live import LiveContent
    from bot.slack.rooms import House
    from bot.slack.serve import Connection

BUILT_IN = ("kinds.yaml", "small-talk.yaml")
"""Files of the shipped intents that hold in every field."""
WORTH_KEEPING = 500
"""Utterances of entries from which a built matcher is kept on disk."""
RELOAD_SECONDS = 2.0
"""How often a running bot looks whether the content was edited."""


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
    """Read and compile the content that the settings name. What is wrong with it is among the core's problems."""
    content, roots = _content(settings)
    return _compiled(content.load(), settings, roots)


def followed(settings: Settings) -> LiveContent:
    """The content on disk, compiled, to be followed while it is edited."""
    from bot.slack.live import LiveContent

    content, roots = _content(settings)

    def build(loaded: Loaded) -> Docent:
        docent = _compiled(loaded, settings, roots).docent
        # What is made at the first need, for a word that nothing has, is made before anybody waits for it.
        docent.ask("xqzjv")
        return docent

    return LiveContent(content, build)


def _content(settings: Settings) -> tuple[Content, tuple[Path, ...]]:
    """Where the content lies, with the folders that its files are relative to."""
    # Data in JSON lines is a whole body of questions and answers: nothing that ships belongs beside it.
    alone = settings.knowledge is None and settings.intents is not None and settings.intents.suffix == ".jsonl"
    knowledge = None if alone else settings.knowledge or shipped("knowledge")
    intents = settings.intents or (shipped("intents") if settings.knowledge is None else None)
    own = shipped("intents")
    built_in = {name: text for name, text in read_texts(own, PHRASINGS)[0].items() if name in BUILT_IN and not alone}
    roots = tuple(path if path.is_dir() else path.parent for path in (knowledge, intents, own) if path)
    return Content(knowledge, intents, built_in), roots


def _compiled(loaded: Loaded, settings: Settings, roots: tuple[Path, ...]) -> Core:
    threshold = THRESHOLD if settings.threshold is None else settings.threshold
    return Core(_docent(loaded.knowledge, threshold), loaded.problems, roots)


def _docent(knowledge: Knowledge, threshold: float) -> Docent:
    """The core over some content; what was learnt from many utterances is kept for the next start."""
    if sum(len(entry.utterances) for entry in knowledge.phrasebook.entries) < WORTH_KEEPING:
        return Docent(knowledge, threshold)
    cache = MatcherCache(user_cache())
    known = cache.load(knowledge.version)
    docent = Docent(knowledge, threshold, known)
    if known is None:
        cache.save(knowledge.version, docent.understander.entries.matcher)
    return docent


def shipped(name: str) -> Path:
    """The folder of content that comes with Docent: inside the installed package, or beside it in a checkout."""
    package = Path(str(files("bot")))
    inside = package / "shipped" / name
    return inside if inside.exists() else package.parent / name


def manifest() -> dict[str, Any]:
    """The manifest of the Slack app: what it declares to people."""
    inside = shipped("manifest.json")
    path = inside if inside.is_file() else Path(str(files("bot"))).parent / "deploy" / "manifest.json"
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


class Recorder(Protocol):
    """Keeps exchanges of the terminal."""

    def keep(self, reply: Reply, *, milliseconds: float, thread: str = "") -> None:
        """Store one exchange."""


class Unlogged:
    """Where the exchanges of a terminal go that keeps no log."""

    def keep(self, reply: Reply, *, milliseconds: float, thread: str = "") -> None:
        """Keep nothing."""


@contextmanager
def recorder(settings: Settings, core: Core) -> Iterator[Recorder]:
    """The log for exchanges of the terminal: the file that DOCENT_DATABASE names, or none.

    Raises:
        StoreError: the file cannot be used.
    """
    if settings.database is None:
        yield Unlogged()
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
        health_port=settings.health_port,
        client_id=settings.client_id or "",
        client_secret=secret("client_secret"),
        key=secret("key"),
        api_url=settings.slack_api_url,
    )


def house(settings: Settings) -> House:
    """What these settings decide for all channels of Slack."""
    from bot.slack.rooms import House

    return House(settings.settings_by, settings.ambient_threshold, settings.admins, settings.experts)


def serve(settings: Settings, ready: Callable[[str], None], told: Callable[[Core], None]) -> None:
    """Answer on Slack until the process is told to stop (SIGINT, SIGTERM).

    Edited content is taken up while it runs; where it has mistakes the last good content stays. ``told`` is called with
    the core at the start and after each edit, with the problems of what was read last.

    Raises:
        StoreError: the database cannot be opened.
        SlackRefused: Slack does not accept a token.
    """
    import asyncio
    import signal

    from bot.slack.app import Options
    from bot.slack.serve import serve as serve_slack
    from bot.store.exchanges import Exchanges
    from bot.store.keeping import keep_tidy

    live, roots = followed(settings), _content(settings)[1]

    def tell() -> None:
        told(Core(live.docent(), live.state.problems, roots))

    async def until_stopped() -> None:
        stop = asyncio.Event()
        for name in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(name, stop.set)
        edits = asyncio.create_task(live.follow(tell, RELOAD_SECONDS))
        with Exchanges(settings.database or DATABASE) as exchanges:
            tidying = asyncio.create_task(keep_tidy(exchanges, settings.keep_days)) if settings.keep_days else None
            options = Options(house=house(settings), problems=live.problems, texts=live.texts)
            await serve_slack(live.docent, exchanges, connection(settings), stop, ready=ready, options=options)
            if tidying is not None:
                tidying.cancel()
        edits.cancel()

    tell()
    asyncio.run(until_stopped())
