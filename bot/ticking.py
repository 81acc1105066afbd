"""The scheduler only ticks: what is due is asked of the rules and the database at every tick.

Nothing is planned ahead, so a tick that was missed, came twice or came late changes nothing.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

log = structlog.get_logger(__name__)

SECONDS = 20.0


class Ticker:
    """Runs `work` at once, then every so many seconds of real time and when poked; one run at a time."""

    def __init__(self, work: Callable[[], Awaitable[object]], seconds: float = SECONDS) -> None:
        self._work = work
        self._seconds = seconds
        self._wanted = asyncio.Event()

    def poke(self) -> None:
        """Ask for a run soon; a poke during a run leads to another one after it."""
        self._wanted.set()

    async def run(self) -> None:
        """Tick until cancelled. What fails is told in the log and tried again at the next tick."""
        scheduler = AsyncIOScheduler(timezone=UTC)
        trigger = IntervalTrigger(seconds=self._seconds, timezone=UTC)
        scheduler.add_job(self._tick, trigger, coalesce=True, misfire_grace_time=None)
        scheduler.start()
        self.poke()
        try:
            while True:
                await self._wanted.wait()
                self._wanted.clear()
                await self._run_once()
        finally:
            scheduler.shutdown(wait=False)

    async def _tick(self) -> None:
        self.poke()

    async def _run_once(self) -> None:
        try:
            await self._work()
        except Exception:
            log.exception("tick_failed")
