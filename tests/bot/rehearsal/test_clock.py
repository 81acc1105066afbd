"""The campaign clock: its journal, moving it, waiting for the bot, standing still while nobody serves."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from tests.bot.rehearsal.real_time import RealTime
from tests.rehearsal_client import Rehearsal, serving, talking_to
from tests.rehearsal_world import ANNA, START, small_world

HOUR = timedelta(hours=1)


async def test_it_starts_at_the_worlds_moment_and_runs(rehearsal: Rehearsal, real_time: RealTime) -> None:
    assert await rehearsal.clock.now() == START
    real_time.now += 90
    assert await rehearsal.clock.now() == START + timedelta(seconds=90)


async def test_it_moves_on_and_never_back(rehearsal: Rehearsal, real_time: RealTime) -> None:
    state = await rehearsal.clock.move(advance=3600, wait=False)
    assert state["version"] == 2
    assert state["journal"][1] == [real_time.now, state["journal"][0][1] + 3600]
    assert await rehearsal.clock.now() == START + HOUR
    await rehearsal.clock.move(to=START + 2 * HOUR, wait=False)
    assert await rehearsal.clock.now() == START + 2 * HOUR
    for wish in (
        {"advance": -1},
        {"to": START.isoformat()},
        {"to": "2024-01-01T00:00:00"},
        {"next_due": True},
        {},
    ):
        with pytest.raises(AssertionError):
            await rehearsal.post("clock", wish)
    assert await rehearsal.clock.now() == START + 2 * HOUR


async def test_the_next_due_moment_comes_from_the_bot(rehearsal: Rehearsal) -> None:
    assert (await rehearsal.get("clock"))["next_due"] is None
    due = (START + timedelta(days=7)).isoformat()
    await rehearsal.post("clock/reached", {"version": 1, "next_due": due})
    await rehearsal.clock.move(next_due=True, wait=False)
    assert await rehearsal.clock.now() == START + timedelta(days=7)


async def test_the_bot_waits_for_a_move_and_the_test_for_the_bot(rehearsal: Rehearsal) -> None:
    async def bot() -> None:
        state = await rehearsal.get("clock", after=1, wait=10)
        await rehearsal.post("clock/reached", {"version": state["version"], "next_due": None})

    waiting = asyncio.create_task(bot())
    state = await rehearsal.clock.move(advance=60)
    assert state["reached"] == 2
    await waiting


async def test_messages_keep_real_dates_and_show_campaign_time(
    rehearsal: Rehearsal, real_time: RealTime
) -> None:
    await rehearsal.player(ANNA).say("早")
    real_time.now += 60
    await rehearsal.clock.move(advance=86400, wait=False)
    await rehearsal.player(ANNA).say("第二天")
    first, second = await rehearsal.player(ANNA).messages()
    assert second["date"] - first["date"] == 60
    assert first["campaign"][:16] == "2023-02-20T00:30"
    assert second["campaign"][:16] == "2023-02-21T00:31"


@pytest.mark.parametrize(("down", "shown"), [(30, 30), (9 * 3600, 60)])
async def test_it_stands_still_while_the_server_is_down(
    tmp_path: Path, real_time: RealTime, down: float, shown: float
) -> None:
    async with serving(tmp_path, small_world(), real_now=real_time) as server, talking_to(server.url) as play:
        await play.clock.move(advance=3600, wait=False)
    real_time.now += down
    async with serving(tmp_path, small_world(), real_now=real_time) as server, talking_to(server.url) as play:
        assert await play.clock.now() == START + HOUR + timedelta(seconds=shown)
