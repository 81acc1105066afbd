"""What arrives is stored once and worked through once, however often it is delivered."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

from bot.apologies import Sentence
from bot.intake import Intake
from bot.lanes import Lanes
from bot.threads import Threads
from bot.timeline import CampaignClock, Timeline
from storage import InboxRow
from tests.bot.stores import BOT, opened

NOW = datetime(2023, 2, 20, 4, tzinfo=UTC)


def update(number: int, chat: int = 7) -> dict[str, Any]:
    sender = {"id": chat, "is_bot": False, "first_name": "演示"}
    message = {"message_id": number, "date": int(NOW.timestamp()), "text": "在", "from": sender}
    return {"update_id": number, "message": message | {"chat": {"id": chat, "type": "private"}}}


class Silence:
    """Says nothing to anybody."""

    async def say(self, payload: bytes, sentence: Sentence) -> None:
        raise AssertionError(payload, sentence)


class Run:
    """One run of the program as far as the inbox is concerned; `held` keeps updates at work."""

    def __init__(self, url: str) -> None:
        clock = CampaignClock(Timeline(), lambda: NOW)
        self.threads = Threads(opened(url), clock)
        self.worked: list[int] = []
        self.held = asyncio.Event()
        self.held.set()
        self.lanes = Lanes(self._work)
        silence: Any = Silence()
        self.intake = Intake(
            BOT, self.threads, clock, self.lanes, apologies=silence, refresh=lambda: asyncio.sleep(0)
        )

    async def _work(self, row: InboxRow) -> None:
        self.worked.append(row.update_id)
        await self.held.wait()
        await self.threads.write(lambda unit: unit.inbox.mark_answered(BOT, row.update_id))


@asynccontextmanager
async def started(url: str) -> AsyncIterator[Run]:
    run = Run(url)
    await run.intake.resume()
    try:
        yield run
    finally:
        await run.lanes.close(5)
        run.threads.close()


async def test_a_second_delivery_changes_nothing(filled: str) -> None:
    async with started(filled) as run:
        for _ in range(2):
            await run.intake.keep([update(1), update(2)])
            await run.lanes.idle()
        await run.intake.keep([update(2), update(3)])
        await run.lanes.idle()
        assert run.worked == [1, 2, 3]


async def test_what_is_at_work_is_not_queued_again(filled: str) -> None:
    async with started(filled) as run:
        run.held.clear()
        await run.intake.keep([update(1), update(2)])
        await run.intake.keep([update(1), update(2), update(3)])
        run.held.set()
        await run.lanes.idle()
        assert run.worked == [1, 2, 3]


async def test_a_restart_takes_up_what_was_left_and_knows_it_when_it_comes_again(filled: str) -> None:
    async with started(filled) as run:
        run.held.clear()
        await run.intake.keep([update(1), update(2), update(3, chat=8)])
        closing = asyncio.create_task(run.lanes.close(0))
        await closing
    async with started(filled) as again:
        await again.intake.keep([update(1), update(2), update(3, chat=8), update(4)])
        await again.lanes.idle()
        assert sorted(again.worked) == [1, 2, 3, 4]
        assert [number for number in again.worked if number != 3] == [1, 2, 4]


async def test_lower_numbers_after_a_long_silence_are_new(filled: str) -> None:
    # After a week without updates Telegram starts anew at any number.
    async with started(filled) as run:
        for number in (900, 17):
            await run.intake.keep([update(number)])
            await run.lanes.idle()
        assert run.worked == [900, 17]
