"""Work in order: one lane a channel, so that what was asked first is answered first; channels do not wait for each other."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable

Job = Callable[[], Awaitable[None]]


class Lanes:
    """Runs jobs of one key one after another. A job must not raise."""

    def __init__(self) -> None:
        self._waiting: dict[str, deque[Job]] = {}
        self._running: dict[str, asyncio.Task[None]] = {}

    def submit(self, key: str, job: Job) -> None:
        """Let the job run when all earlier ones of its key are done."""
        self._waiting.setdefault(key, deque()).append(job)
        if key not in self._running:
            self._running[key] = asyncio.create_task(self._run(key))

    def idle(self, key: str) -> bool:
        """Whether a job of this key would run at once."""
        return key not in self._running

    def __len__(self) -> int:
        """Jobs that wait or run."""
        return sum(map(len, self._waiting.values())) + len(self._running)

    async def close(self, seconds: float) -> bool:
        """Let what is under way end within the time, then stop it. Tells whether all was done."""
        running = list(self._running.values())
        if not running:
            return True
        _, late = await asyncio.wait(running, timeout=seconds)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
        return not late

    async def _run(self, key: str) -> None:
        try:
            jobs = self._waiting[key]
            while jobs:
                await jobs.popleft()()
        finally:
            del self._running[key]
            self._waiting.pop(key, None)


class Pace:
    """Slack's limit of about one message a second in a channel."""

    def __init__(self, interval: float) -> None:
        self._interval = interval
        self._free_at: dict[str, float] = {}

    def free(self, channel: str) -> bool:
        """Whether the channel takes a message now."""
        return self._free_at.get(channel, 0.0) <= time.monotonic()

    async def turn(self, channel: str) -> None:
        """Wait until the channel takes the next message."""
        now = time.monotonic()
        if len(self._free_at) > 1000:
            self._free_at = {name: at for name, at in self._free_at.items() if at > now}
        at = max(now, self._free_at.get(channel, 0.0))
        self._free_at[channel] = at + self._interval
        if at > now:
            await asyncio.sleep(at - now)
