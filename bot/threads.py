"""Where the synchronous store runs: one writing thread on SQLite, a small pool on PostgreSQL, and readers."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from campaign.clock import Clock
from storage import Database, Unit

T = TypeVar("T")
READERS = 2


class Threads:
    """Runs whole units of work off the event loop; each is one hop there and back."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self.database = database
        self._clock = clock
        self._writers = ThreadPoolExecutor(database.threads, "store-write")
        self._readers = ThreadPoolExecutor(READERS, "store-read")
        self._easel = ThreadPoolExecutor(1, "draw")

    async def write(self, work: Callable[[Unit], T]) -> T:
        """Run work in one transaction of its own; raise what it raises, and the store's errors."""
        return await asyncio.get_running_loop().run_in_executor(self._writers, self._write, work)

    async def read(self, work: Callable[[Unit], T]) -> T:
        """Run work that changes nothing."""
        return await asyncio.get_running_loop().run_in_executor(self._readers, self._read, work)

    async def draw(self, work: Callable[[], T]) -> T:
        """Run slow work that may ask the database by itself; it ends before the connections do."""
        return await asyncio.get_running_loop().run_in_executor(self._easel, work)

    def close(self) -> None:
        """Wait for what is under way, then end the threads and the connections."""
        self._easel.shutdown()
        self._writers.shutdown()
        self._readers.shutdown()
        self.database.close()

    def _write(self, work: Callable[[Unit], T]) -> T:
        return self.database.write(work, self._clock.now())

    def _read(self, work: Callable[[Unit], T]) -> T:
        return self.database.read(work, self._clock.now())
