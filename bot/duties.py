"""What the bot does of its own accord: digests, reminders, messages owed, the house kept clean."""

from collections.abc import Coroutine
from datetime import datetime
from typing import Any

from bot.digest_posting import DigestPoster
from bot.due import next_due
from bot.housekeeping import sweep
from bot.reminding import Reminding
from bot.sender import Sender
from bot.threads import Threads
from bot.ticking import Ticker
from campaign.clock import Clock

SWEEP_SECONDS = 6 * 3600.0


class Duties:
    """Ties the ticker, the poster and the sender together."""

    def __init__(self, threads: Threads, clock: Clock, sender: Sender, bot_id: int) -> None:
        self._threads = threads
        self._clock = clock
        self._sender = sender
        self._bot_id = bot_id
        self._poster = DigestPoster(threads, beside=Reminding(threads).run)
        self._ticker = Ticker(self._tick)
        self._house = Ticker(self._keep_house, SWEEP_SECONDS)

    def loops(self) -> dict[str, Coroutine[Any, Any, None]]:
        """Return the works that run for ever, by name."""
        return {"ticker": self._ticker.run(), "sender": self._sender.run(), "house": self._house.run()}

    def poke(self) -> None:
        """Say that something may be owed now."""
        self._sender.poke()

    async def catch_up(self, since: datetime | None) -> datetime | None:
        """Do all that is due by now, each moment after `since` in its turn; return what comes next."""
        now = self._clock.now()
        await self._poster.run(now, since)
        await self._sender.idle(since)
        return await self._threads.read(lambda unit: next_due(unit, now))

    async def _tick(self) -> None:
        await self._poster.run(self._clock.now())
        self._sender.poke()

    async def _keep_house(self) -> None:
        await self._threads.write(lambda unit: sweep(unit, self._bot_id))
