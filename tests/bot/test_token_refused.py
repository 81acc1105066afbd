"""A token that is revoked while the bot runs: it ends in plain words; what was typed waits."""

import asyncio
from pathlib import Path

import pytest
from aiohttp import ClientSession

from bot.app import build_app
from bot.cli.complaints import complaint
from bot.receive import TokenRefused
from tests.bot.plays import UNPACED, playing, settings_for
from tests.bot.stores import BOT, ask
from tests.bot.stubborn import Stubborn
from tests.rehearsal_client import rehearsing
from tests.rehearsal_world import ANNA, small_world


async def test_an_answer_that_is_refused_for_the_token_is_no_fault_of_the_update(
    tmp_path: Path, filled_sqlite: str
) -> None:
    async with playing(tmp_path, filled_sqlite, UNPACED, flood=False) as play:
        await play.rehearsal.fault("sendMessage", "401", times=5)
        await Stubborn(play.player(ANNA)).says("/my", "我联系的县")


async def test_what_was_typed_waits_for_a_token_that_is_good(tmp_path: Path, filled: str) -> None:
    async with rehearsing(tmp_path, small_world(flood=False)) as rehearsal:
        settings = settings_for(rehearsal.url, filled)
        anna = Stubborn(rehearsal.player(ANNA))
        running = asyncio.create_task(build_app(settings, rehearsal.url, UNPACED).run())
        await anna.says("/help", "/log")
        await rehearsal.fault("sendMessage", "401", times=10_000)
        await rehearsal.fault("getUpdates", "401", times=10_000)
        await anna.player.say("/my")
        with pytest.raises(TokenRefused) as ended:
            await running
        assert "LIAISON_BOT_TOKEN" in complaint(ended.value).sentence
        assert ask(filled, lambda unit: len(unit.inbox.pending(BOT))) == 1
        async with ClientSession() as session:
            await session.delete(f"{rehearsal.url}/rehearsal/fault")
        async with build_app(settings, rehearsal.url, UNPACED).running():
            await anna.hears("我联系的县")
