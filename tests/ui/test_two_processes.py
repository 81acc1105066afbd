"""`liaison rehearse` itself in a browser: the page outlives the bot, and the digest comes once."""

import os
import signal
from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from bot.playing.cast import ADMIN_ID, APPROVED_GROUP_ID
from tests.bot.playing.test_rehearse import asks_again, free_port, window
from tests.ui.acting import hears
from tests.ui.tabs import opening

pytestmark = [pytest.mark.ui, pytest.mark.asyncio(loop_scope="session")]


async def test_a_digest_that_fell_due_while_the_bot_was_dead(browser: Browser, tmp_path: Path) -> None:
    port = free_port()
    async with (
        window(tmp_path, port) as (command, rehearsal),
        opening(browser, f"http://127.0.0.1:{port}") as tab,
    ):
        bot = await command.bot()
        page = await tab(f"#{APPROVED_GROUP_ID}@{ADMIN_ID}")
        await expect(page.locator("#clock-due")).to_be_enabled()
        os.kill(bot, signal.SIGKILL)
        await command.says("已停止（-9）")
        await rehearsal.clock.move(to="2023-02-27T09:00:00+08:00", wait=False)
        await expect(page.locator("#clock-day")).to_have_text("2023年2月27日 周一")
        await expect(page.locator("#clock-busy")).to_be_visible()
        await expect(page.locator(".theirs")).to_have_count(0)
        await asks_again(tmp_path, port)
        await command.says("已重新启动")
        await command.says("campaign_time")
        await hears(page, "县级工会联系情况图，截至2023年2月27日 09:00")
        await rehearsal.clock.move(advance=3600)
        await expect(page.locator(".theirs")).to_have_count(2)
