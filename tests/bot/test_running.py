"""Starting and ending: signals, a wrong token, a second poller, no campaign, a server that hangs."""

import asyncio
import os
import signal
from dataclasses import replace
from pathlib import Path
from time import monotonic

import pytest
from pydantic import SecretStr

from bot.app import build_app
from bot.receive import TokenRefused
from bot.settings import SettingsError
from bot.starting import NoCampaign
from bot.tempo import Tempo
from storage.migrate import upgrade
from tests.bot.plays import QUICK, UNPACED, playing, settings_for
from tests.bot.stores import Templates
from tests.bot.stubborn import Stubborn
from tests.rehearsal_client import rehearsing
from tests.rehearsal_world import ANNA, small_world

LONGEST_END = 5.0


async def _hang(anna: Stubborn) -> None:
    """Let the answer to a message hang; return as soon as it does."""
    rehearsal = anna.player.rehearsal
    await rehearsal.fault("sendMessage", "hang", seconds=60)
    await anna.player.say("/my")
    while (await rehearsal.get("fault"))["faults"]:
        pass


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("hanging", [False, True])
async def test_a_signal_ends_it_soon(tmp_path: Path, filled_sqlite: str, number: int, hanging: bool) -> None:
    async with rehearsing(tmp_path, small_world()) as rehearsal:
        app = build_app(
            settings_for(rehearsal.url, filled_sqlite), rehearsal.url, replace(Tempo(), answer=60.0)
        )
        running = asyncio.create_task(app.run())
        anna = Stubborn(rehearsal.player(ANNA))
        await anna.says("/my", "我联系的县")
        if hanging:
            await _hang(anna)
        began = monotonic()
        os.kill(os.getpid(), number)
        await running
        assert monotonic() - began < LONGEST_END


async def test_an_update_cut_off_by_the_end_is_answered_after_the_next_start(
    tmp_path: Path, filled: str
) -> None:
    hasty = replace(UNPACED, answer=60.0, closing=0.1)
    async with rehearsing(tmp_path, small_world(flood=False)) as rehearsal:
        settings = settings_for(rehearsal.url, filled)
        anna = Stubborn(rehearsal.player(ANNA))
        async with build_app(settings, rehearsal.url, hasty).running():
            await anna.says("/help", "使用说明", "/log")
            await _hang(anna)
        async with build_app(settings, rehearsal.url, hasty).running():
            await anna.hears("我联系的县")


async def test_a_wrong_token_ends_it(tmp_path: Path, filled_sqlite: str) -> None:
    async with rehearsing(tmp_path, small_world()) as rehearsal:
        known = settings_for(rehearsal.url, filled_sqlite)
        settings = known.model_copy(update={"bot_token": SecretStr("77:wrong")})
        with pytest.raises(TokenRefused):
            await build_app(settings, rehearsal.url, QUICK).run()


async def test_a_poller_on_another_database_takes_turns_with_the_first(
    tmp_path: Path, templates: Templates
) -> None:
    async with playing(tmp_path, templates.sqlite(), UNPACED, flood=False) as play:
        second = build_app(settings_for(play.rehearsal.url, templates.sqlite()), play.rehearsal.url, UNPACED)
        async with second.running():
            await Stubborn(play.player(ANNA)).says("/my", "我联系的县")


async def test_without_a_campaign_there_is_nothing_to_run(tmp_path: Path, sqlite_url: str) -> None:
    upgrade(sqlite_url)
    async with rehearsing(tmp_path, small_world()) as rehearsal:
        with pytest.raises(NoCampaign):
            await build_app(settings_for(rehearsal.url, sqlite_url), rehearsal.url, QUICK).run()


async def test_a_campaign_that_is_not_loaded_is_a_wrong_setting(tmp_path: Path, filled_sqlite: str) -> None:
    async with rehearsing(tmp_path, small_world()) as rehearsal:
        settings = settings_for(rehearsal.url, filled_sqlite, campaign="anhui-2022")
        with pytest.raises(SettingsError, match="LIAISON_CAMPAIGN names a campaign that is not loaded"):
            await build_app(settings, rehearsal.url, QUICK).run()
