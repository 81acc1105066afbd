"""What the bot does of its own accord: digests, reminders, messages owed, the house kept clean."""

import asyncio
import time
from collections.abc import Coroutine, Sequence
from datetime import datetime
from typing import Any

from bot.alarms import Alarm, raise_alarm
from bot.broadcast import SECONDS as TELL_SECONDS
from bot.broadcast import Broadcasts
from bot.digest_posting import DigestPoster
from bot.due import next_due
from bot.housekeeping import sweep
from bot.reminding import Reminding
from bot.sender import Sender
from bot.threads import Threads
from bot.ticking import Ticker
from bot.watch import Watch
from campaign.clock import Clock
from storage import Unit

SWEEP_SECONDS = 6 * 3600.0


class Duties:
    """Ties the ticker, the poster and the sender together."""

    def __init__(
        self,
        threads: Threads,
        clock: Clock,
        sender: Sender,
        bot_id: int,
        *,
        watch: Watch,
        broadcasts: Broadcasts,
    ) -> None:
        self._threads = threads
        self._clock = clock
        self._sender = sender
        self._bot_id = bot_id
        self._watch = watch
        self._poster = DigestPoster(threads, beside=Reminding(threads).run, owing=sender.poke)
        self._broadcasts = broadcasts
        self._ticker = Ticker(self._tick)
        self._teller = Ticker(self._tell, TELL_SECONDS)
        self._house = Ticker(self._keep_house, SWEEP_SECONDS)

    def loops(self) -> dict[str, Coroutine[Any, Any, None]]:
        """Return the works that run for ever, by name."""
        return {
            "ticker": self._ticker.run(),
            "sender": self._sender.run(),
            "house": self._house.run(),
            "teller": self._teller.run(),
        }

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
        if self._threads.was_full:  # now it may be told: it was no use while nothing could be stored
            await self._alarm([(Alarm.STORE, "")])
            self._threads.was_full = False
        self._sender.poke()

    async def _tell(self) -> None:
        if await self._broadcasts.look():
            self._sender.poke()

    async def _keep_house(self) -> None:
        await self._threads.write(lambda unit: sweep(unit, self._bot_id))
        await self._alarm(await asyncio.to_thread(lambda: list(self._watch.look(time.time()))))

    async def _alarm(self, found: Sequence[tuple[Alarm, str]]) -> None:
        if found:
            await self._threads.write(lambda unit: self._raise(unit, found))
            self._sender.poke()

    def _raise(self, unit: Unit, found: Sequence[tuple[Alarm, str]]) -> None:
        for campaign_id in unit.campaigns.all():
            for what, fact in found:
                raise_alarm(unit, campaign_id, what, fact, self._watch.named)
