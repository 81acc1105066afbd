"""One leader receives and sends; the others stand by and take over when it ends."""

import asyncio
from collections.abc import Callable
from itertools import count

import structlog
from sqlalchemy.exc import DBAPIError

from bot.pauses import Pauses
from storage.lease import Lease

log = structlog.get_logger(__name__)

LOOK_SECONDS = 5.0
"""So often the leader makes sure that it still is one."""
STANDING_BY = Pauses(first=0.05, longest=2.0)


class AlreadyRunning(Exception):  # noqa: N818 - said in plain words by whoever started the program
    """Another process runs on the same SQLite database."""


class Replaced(Exception):  # noqa: N818 - said in plain words by whoever started the program
    """The connection that kept the lease broke, and another process leads now."""


class Leading:
    """Takes a lease and keeps it. on_wait: called at each look while standing by. look: seconds."""

    def __init__(
        self,
        lease: Lease,
        on_wait: Callable[[], None],
        pauses: Pauses = STANDING_BY,
        look: float = LOOK_SECONDS,
    ) -> None:
        self._lease = lease
        self._on_wait = on_wait
        self._pauses = pauses
        self._look = look

    async def begin(self) -> None:
        """Return once this process leads, however long that takes; raise AlreadyRunning, DBAPIError."""
        if await asyncio.to_thread(self._lease.take):
            return
        if not self._lease.shared:
            raise AlreadyRunning
        log.info("standing_by")
        for attempt in count(1):
            self._on_wait()
            await asyncio.sleep(self._pauses.before(attempt))
            if await self._taken():
                log.info("taking_over")
                return

    async def keep(self) -> None:
        """Look for ever after the lease; raise Replaced."""
        while True:
            await asyncio.sleep(self._look)
            if await asyncio.to_thread(self._lease.held):
                continue
            log.warning("lease_lost")
            await self._regain()

    async def end(self) -> None:
        """Give the lease up."""
        await asyncio.to_thread(self._lease.close)

    async def _regain(self) -> None:
        """Take it again as soon as the database answers, unless somebody else has it by then."""
        for attempt in count(1):
            try:
                if not await asyncio.to_thread(self._lease.take):
                    raise Replaced
            except DBAPIError:
                await asyncio.sleep(self._pauses.before(attempt))
            else:
                log.info("lease_regained")
                return

    async def _taken(self) -> bool:
        try:
            return await asyncio.to_thread(self._lease.take)
        except DBAPIError as error:
            log.warning("lease_out_of_reach", error=type(error).__name__)
            return False
