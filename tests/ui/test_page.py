"""The page itself, with a small bot that answers on demand: what the real bot never does."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from bot.rehearsal.server import RunningServer, start_server
from tests.rehearsal_client import serving, talking_to
from tests.rehearsal_world import ADMIN, ANNA, WAITING, small_world
from tests.ui.acting import hears, say
from tests.ui.tabs import OpenPage

pytestmark = [pytest.mark.ui, pytest.mark.asyncio(loop_scope="session")]


async def test_the_clock_moves_to_the_next_due_moment(tab: OpenPage, server: RunningServer) -> None:
    page = await tab()
    await expect(page.locator("#clock-due")).to_be_disabled()
    async with talking_to(server.url) as rehearsal:
        due = "2023-02-27T09:00:00+08:00"
        await rehearsal.post("clock/reached", {"version": 1, "next_due": due})
        await page.click("#clock-due")
        await expect(page.locator("#clock-day")).to_have_text("2023年2月27日 周一")
        await expect(page.locator("#clock-time")).to_have_text("09:00")
        await expect(page.locator("#clock-busy")).to_be_visible()
        await rehearsal.post("clock/reached", {"version": 2, "next_due": None})
        await expect(page.locator("#clock-busy")).to_be_hidden()


async def test_blocking_the_bot(tab: OpenPage) -> None:
    page = await tab(f"#{ANNA}")
    await page.click("#more")
    await page.click('#more-menu >> text="屏蔽机器人"')
    await expect(page.locator("#wide")).to_have_text("解除屏蔽")
    await page.click("#wide")
    await say(page, "我回来了")
    await hears(page, "你说：我回来了")


async def test_bringing_the_bot_into_a_group_and_removing_it(tab: OpenPage) -> None:
    page = await tab(f"#{WAITING}@{ADMIN}")
    await page.click("#more")
    await page.click('#more-menu >> text="把机器人拉进群"')
    await expect(page.locator("#head-note")).to_have_text("2 人和机器人")
    await expect(page.locator(".service")).to_have_text("演示管理员 把机器人拉进了群")
    await page.click("#more")
    await page.click('#more-menu >> text="把机器人移出群"')
    await expect(page.locator("#head-note")).to_have_text("2 人，机器人不在群里")


async def test_the_page_finds_a_restarted_server(browser: Browser, tmp_path: Path) -> None:
    page = await browser.new_page()
    async with serving(tmp_path, small_world()) as server:
        port = int(server.url.rpartition(":")[2])
        await page.goto(f"{server.url}/#{ANNA}")
        await expect(page.locator("#offline")).to_be_visible()
    again = await start_server(tmp_path, small_world(), port)
    async with talking_to(again.url) as rehearsal:
        await rehearsal.player(ANNA).say("又见面了")
        await expect(page.locator(".mine .words")).to_have_text("又见面了")
    await again.close()
