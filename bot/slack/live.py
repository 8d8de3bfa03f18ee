"""Content that follows its files: what is mended is in force at once, what is broken leaves the last good content."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.docent import Docent
from bot.model.problem import Problem
from bot.store.content import Content, Loaded


@dataclass(frozen=True, slots=True)
class State:
    """How the content stands."""

    version: str
    """Of the content in force."""
    reloads: int = 0
    """How often the files were read anew."""
    problems: tuple[Problem, ...] = ()
    """What is wrong with the files as they are now. After a reload: why they were not taken."""


class LiveContent:
    """The content in force. What has problems is taken only at the start, when there is nothing better."""

    def __init__(self, content: Content, build: Callable[[Loaded], Docent]) -> None:
        """``build``: makes the core of what was read."""
        self._content = content
        self._build = build
        self._good = content.load()
        self._docent = build(self._good)
        self.state = State(self._good.knowledge.version, problems=self._good.problems)

    def docent(self) -> Docent:
        """The core of this moment."""
        return self._docent

    def texts(self) -> Mapping[str, str]:
        """The texts that it was made from, by file."""
        return self._good.texts

    def problems(self) -> tuple[str, ...]:
        """What is wrong with the files as they are now, as ``file:line: message``."""
        return tuple(map(str, self.state.problems))

    async def follow(self, changed: Callable[[], None], pause: float) -> None:
        """Look at the files every ``pause`` seconds until it is cancelled; ``changed`` is called after each reload."""
        while True:
            await asyncio.sleep(pause)
            # Reading and compiling take a moment, in which the bot goes on answering.
            new = await asyncio.to_thread(self._content.renew, self._good)
            if new is None:
                continue
            if not new.problems:
                self._docent = await asyncio.to_thread(self._build, new)
                self._good = new
            self.state = State(self._good.knowledge.version, self.state.reloads + 1, new.problems)
            changed()
