"""A sender at work on a filled database: what is owed goes over HTTP to the rehearsal server."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from bot.gate import Gate
from bot.outcomes import Post
from bot.pacing import Limits
from bot.pauses import Pauses
from bot.post import TelegramPost
from bot.renderers import renderers
from bot.sender import Sender
from bot.threads import Threads
from bot.timeline import CampaignClock, Timeline, real_now
from bot.windows import Limit
from campaign.groups import Group
from campaign.quiet import AT_ONCE
from campaign.vocabulary import ChatState
from digests.messages import OutMessage
from storage import Unit
from storage.tables import outbox
from tests.bot.rehearsal.pictures import png
from tests.bot.stores import CAMPAIGN, opened
from tests.rehearsal_world import START, small_world

BROKEN = "broken"
# The pace is proven elsewhere; here nobody waits for it.
_MANY = Limit(1000, 1.0)
QUICK_PAUSES = Pauses(0.02, 0.1)
QUICK = Limits(_MANY, _MANY, _MANY)


def plain(_kind: str, payload: Mapping[str, Any]) -> OutMessage:
    if payload["text"] == BROKEN:
        raise ValueError
    return OutMessage(payload["text"], photo=png() if payload.get("picture") else None)


@dataclass
class Deliveries:
    """Owes messages and asks what became of them."""

    threads: Threads
    sender: Sender
    clock: CampaignClock
    _owed: int = field(default=0)

    def move(self, to: datetime) -> None:
        """Move the clock on."""
        real = real_now()
        self.clock.timeline.replace([(real, (to - real).total_seconds())])
        self.sender.poke()

    async def owe(
        self, chat: int, *texts: str, later: float = 0.0, at_once: bool = False, picture: bool = False
    ) -> None:
        at = self.clock.now() + timedelta(seconds=later)

        def owe(unit: Unit) -> None:
            for text in texts:
                self._owed += 1
                payload = {"text": text, AT_ONCE: at_once, "picture": picture}
                unit.outbox.owe(f"test:{self._owed}", chat, "plain", payload, at)

        await self.threads.write(owe)
        self.sender.poke()

    async def approve(self, chat: int, title: str, topic: int | None = None) -> None:
        group = Group(chat, title, ChatState.APPROVED, CAMPAIGN, topic_id=topic)
        await self.threads.write(lambda unit: unit.groups.put(group))

    async def rows(self) -> list[dict[str, Any]]:
        """The whole outbox, once everything due was tried."""
        await self.sender.idle()
        with self.threads.database.engine.connect() as connection:
            rows = connection.execute(select(outbox).order_by(outbox.c.id)).mappings()
            return [dict(row) | {"open": not (row["sent_at"] or row["failed_at"])} for row in rows]

    async def doubles(self) -> int:
        return await self.threads.read(lambda unit: unit.outbox.doubles())


@asynccontextmanager
async def delivering(
    database_url: str,
    api_url: str,
    post: Post | None = None,
    answer_seconds: float = 0.5,
    *,
    at: datetime = START,
    pauses: Pauses = QUICK_PAUSES,
) -> AsyncIterator[Deliveries]:
    """Start a sender with quick pauses; end it as the program does. Its clock starts at `at`."""
    real = real_now()
    clock = CampaignClock(Timeline([(real, (at - real).total_seconds())]), real_now)
    threads = Threads(opened(database_url), clock)
    telegram = TelegramPost(small_world().token, api_url, None, Gate(QUICK), answer_seconds)
    await telegram.open()
    kinds = {**renderers(threads.database, clock), "plain": plain}
    sender = Sender(threads, clock, post or telegram, kinds, pauses)
    task = asyncio.create_task(sender.run())
    try:
        yield Deliveries(threads, sender, clock)
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await telegram.close()
        threads.close()
