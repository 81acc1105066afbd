"""The second, small commit of each update, shared by all that end at about the same time."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress

from bot.threads import Threads
from storage import Unit

Work = Callable[[Unit], None]
Waiting = tuple[Work, asyncio.Future[None]]


class Settler:
    """Collects small works while one commit is under way and puts them into the next one together."""

    def __init__(self, threads: Threads) -> None:
        self._threads = threads
        self._waiting: list[Waiting] = []
        self._flush: asyncio.Task[None] | None = None

    async def settle(self, work: Work) -> None:
        """Return when the work is committed; raise what it raises, or what the store raises."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((work, done))
        if self._flush is None:
            self._flush = asyncio.create_task(self._run(), name="settle")
        await done

    async def _run(self) -> None:
        try:
            while self._waiting:
                batch, self._waiting = self._waiting, []
                await self._commit(batch)
        finally:
            self._flush = None

    async def _commit(self, batch: Sequence[Waiting]) -> None:
        try:
            await self._threads.write(lambda unit: _all(unit, [work for work, _ in batch]))
        except Exception as error:  # noqa: BLE001 - whoever waits for its work gets it
            if len(batch) == 1:
                _tell(batch[0][1], error)
                return
            for single in batch:  # one bad work must not keep the others from being stored
                await self._commit([single])
            return
        for _, done in batch:
            _tell(done, None)


def _all(unit: Unit, works: Sequence[Work]) -> None:
    for work in works:
        work(unit)


def _tell(done: asyncio.Future[None], error: Exception | None) -> None:
    with suppress(asyncio.InvalidStateError):  # its update was given up meanwhile
        if error is None:
            done.set_result(None)
        else:
            done.set_exception(error)
