"""LIAISON_PROXY reaches everything that talks to Telegram: both libraries, and the commands."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from bot.app import build_app
from bot.gate import Gate
from bot.outcomes import Sent
from bot.post_office import PostOffice
from bot.telegram_me import username
from digests.messages import OutMessage
from tests.bot.plays import QUICK, settings_for
from tests.bot.proxies import proxy
from tests.rehearsal_client import rehearsing
from tests.rehearsal_world import ANNA, small_world


async def _turn() -> None:
    return


@pytest.mark.parametrize(
    ("scheme", "login", "kind"),
    [
        ("http", "", "http"),
        ("socks5", "", "socks"),
        ("socks5h", "", "socks"),
        ("socks5", "liaison:geheim", "socks"),
    ],
)
async def test_everything_goes_through_the_proxy(
    tmp_path: Path, filled_sqlite: str, scheme: str, login: str, kind: str
) -> None:
    async with proxy(login) as between, rehearsing(tmp_path, small_world(flood=False)) as rehearsal:
        address = f"{scheme}://{login}{'@' if login else ''}127.0.0.1:{between.port}"
        settings = settings_for(rehearsal.url, filled_sqlite, proxy=address)
        async with build_app(settings, rehearsal.url, replace(QUICK, poll=1)).running():
            assert (await rehearsal.player(ANNA).ask("/my")).text.startswith("我联系的县")
        conversing = len(between.used)
        assert conversing
        office = PostOffice(small_world().token, rehearsal.url, address, Gate())
        assert isinstance(await office.send(ANNA, None, OutMessage("通知"), _turn), Sent)
        await office.close()
        delivering = len(between.used)
        assert delivering > conversing
        assert await asyncio.to_thread(username, settings) == small_world().bot_username
        assert len(between.used) > delivering
        port = int(rehearsal.url.rpartition(":")[2])
        assert set(between.used) == {(kind, port)}
