"""Where the synchronous store runs: one writing thread on SQLite, a small pool on PostgreSQL, and readers."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from bot.crew import Crew
from campaign.clock import Clock
from storage import Database, StoreFull, Unit

T = TypeVar("T")
READERS = 2


class Threads:
    """Runs whole units of work off the event loop; each is one hop there and back."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self.database = database
        self._clock = clock
        self.was_full = False
        self._writers = Crew(database.threads, "store-write")
        self._readers = Crew(READERS, "store-read")
        self._easel = Crew(1, "draw")

    async def write(self, work: Callable[[Unit], T]) -> T:
        """Run work in one transaction of its own; raise what it raises, and the store's errors."""
        try:
            return await self._writers.do(lambda: self.database.write(work, self._clock.now()))
        except StoreFull:
            self.was_full = True
            raise

    async def read(self, work: Callable[[Unit], T]) -> T:
        """Run work that changes nothing."""
        return await self._readers.do(lambda: self.database.read(work, self._clock.now()))

    def moment(self) -> datetime:
        """Return the present moment of the campaign."""
        return self._clock.now()

    async def draw(self, work: Callable[[], T]) -> T:
        """Run slow work that may ask the database by itself; it ends before the connections do."""
        return await self._easel.do(work)

    def close(self) -> None:
        """Wait for what is under way, then end the threads and the connections."""
        self._easel.close()
        self._writers.close()
        self._readers.close()
        self.database.close()
