"""Conversation state: read once, written with the update's end, and remembered for a short while only."""

from collections.abc import Iterator

import pytest
from aiogram.fsm.storage.base import StorageKey

from bot.conversation import FRESH_SECONDS, Conversations, row_key
from bot.threads import Threads
from bot.timeline import CampaignClock, Timeline, real_now
from storage import Unit
from tests.bot.stores import opened

KEY = StorageKey(bot_id=1, chat_id=2, user_id=2)
FORM = "LogForm:day"


class Elapsing:
    """A monotonic clock that the test moves."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def threads(filled_sqlite: str) -> Iterator[Threads]:
    made = Threads(opened(filled_sqlite), CampaignClock(Timeline(), real_now))
    yield made
    made.close()


async def play(conversations: Conversations, threads: Threads, state: str | None, *, settle: bool) -> None:
    """One update that sets the state; without `settle` it fails before its end."""
    async with conversations.update() as scratch:
        await conversations.set_state(KEY, state)
    if settle:
        await threads.write(scratch.write)
        conversations.remember(scratch)


async def asked(conversations: Conversations) -> str | None:
    async with conversations.update():
        return await conversations.get_state(KEY)


def cleared_elsewhere(unit: Unit) -> None:
    unit.conversations.delete(row_key(KEY))


async def test_what_was_settled_is_remembered_and_is_in_the_store(threads: Threads) -> None:
    conversations = Conversations(threads)
    await play(conversations, threads, FORM, settle=True)
    assert await asked(conversations) == FORM
    assert await asked(Conversations(threads)) == FORM


async def test_an_update_that_failed_leaves_no_trace(threads: Threads) -> None:
    conversations = Conversations(threads)
    await play(conversations, threads, FORM, settle=True)
    await play(conversations, threads, None, settle=False)
    assert await asked(conversations) == FORM


async def test_the_store_is_asked_again_after_a_while(threads: Threads) -> None:
    elapsing = Elapsing()
    conversations = Conversations(threads, elapsing)
    await play(conversations, threads, FORM, settle=True)
    await threads.write(cleared_elsewhere)
    elapsing.seconds += FRESH_SECONDS
    assert await asked(conversations) == FORM
    elapsing.seconds += 1
    assert await asked(conversations) is None
