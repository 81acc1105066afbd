"""What happens on the stage, numbered, for whoever watches: the page, tests, a waiting bot.

Events are kept in memory only. Numbers start from the real time in milliseconds: a watcher of an earlier
run never mistakes a new server's events for old ones.
"""

import asyncio
from collections import deque
from collections.abc import Callable

from bot.rehearsal.store import Json

_KEPT = 20_000


class Events:
    """A bounded log that can be waited on."""

    def __init__(self, first: int) -> None:
        self._last = first
        self._log: deque[Json] = deque(maxlen=_KEPT)
        self._news = asyncio.Condition()
        self._wakers: set[asyncio.Task[None]] = set()
        self._closed = False

    @property
    def last(self) -> int:
        """The newest event's number."""
        return self._last

    def tell(self, kind: str, **facts: object) -> int:
        """Record an event and wake the watchers; its number."""
        self._last += 1
        self._log.append({"n": self._last, "kind": kind, **facts})
        self._wake()
        return self._last

    def _wake(self) -> None:
        task = asyncio.get_running_loop().create_task(self._notify())
        self._wakers.add(task)
        task.add_done_callback(self._wakers.discard)

    async def _notify(self) -> None:
        async with self._news:
            self._news.notify_all()

    def after(self, number: int) -> list[Json]:
        """The events with a greater number."""
        fresh: list[Json] = []
        for event in reversed(self._log):
            if event["n"] <= number:
                break
            fresh.append(event)
        return fresh[::-1]

    async def until(self, holds: Callable[[], bool], seconds: float) -> bool:
        """Wait until `holds()`; false when the time is over or the server closes."""
        async with self._news:
            try:
                async with asyncio.timeout(seconds):
                    await self._news.wait_for(lambda: self._closed or holds())
            except TimeoutError:
                return False
        return holds()

    @property
    def closed(self) -> bool:
        """Whether the server is closing."""
        return self._closed

    def close(self) -> None:
        """Send all watchers home."""
        self._closed = True
        self._wake()
