"""The chat page in a real browser: one test for each thing that can be done on it."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from bot.rehearsal.server import RunningServer, start_server
from tests.rehearsal_client import serving, talking_to
from tests.rehearsal_world import ADMIN, ANNA, BO, GROUP, LEADER, NEWCOMER, STRANGER, WAITING, small_world
from tests.ui.acting import hears, say
from tests.ui.conftest import OpenPage

pytestmark = pytest.mark.ui


@pytest.mark.parametrize(
    ("person", "name", "role"),
    [
        (ADMIN, "演示管理员", "管理员"),
        (LEADER, "演示领导", "联系领导"),
        (ANNA, "演示甲", "联络员"),
        (NEWCOMER, "演示新人", "未绑定"),
        (STRANGER, "演示路人", "陌生人"),
    ],
)
async def test_choosing_a_person(tab: OpenPage, person: int, name: str, role: str) -> None:
    page = await tab()
    await page.click(f'.entry:has-text("{name}")')
    await expect(page.locator("#head-note")).to_have_text(f"你是 {name} · {role}")
    assert page.url.endswith(f"#{person}")


async def test_choosing_the_group_and_who_speaks(tab: OpenPage) -> None:
    page = await tab()
    await page.click('.entry:has-text("专班群")')
    await page.select_option("#speaker-choice", str(BO))
    await say(page, "我是乙")
    await hears(page, "你说：我是乙")
    await page.select_option("#speaker-choice", str(ANNA))
    await expect(page.locator(".theirs .name").first).to_have_text("演示乙")
    await expect(page.locator(".mine")).to_have_count(0)


async def test_someone_new_presses_start(tab: OpenPage) -> None:
    page = await tab(f"#{NEWCOMER}")
    await expect(page.locator("#line")).to_be_hidden()
    await page.click("#wide")
    await hears(page, "你说：/start")
    await expect(page.locator("#line")).to_be_visible()


async def test_answers_appear_live(tab: OpenPage) -> None:
    page = await tab(f"#{ANNA}")
    await say(page, "今天到修水县")
    await hears(page, "你说：今天到修水县")
    await expect(page.locator(".entry[aria-current] .preview")).to_have_text("你说：今天到修水县")


async def test_several_tabs_play_several_people(tab: OpenPage) -> None:
    anna, bo = await tab(f"#{GROUP}@{ANNA}"), await tab(f"#{GROUP}@{BO}")
    leader = await tab(f"#{LEADER}")
    await say(anna, "甲说")
    await expect(bo.locator(".theirs", has_text="甲说").first).to_be_visible()
    await say(bo, "乙说")
    await expect(anna.locator(".theirs", has_text="乙说").first).to_be_visible()
    await expect(anna.locator(".mine")).to_have_count(1)
    await expect(bo.locator(".mine")).to_have_count(1)
    await expect(leader.locator('.entry:has-text("专班群") .badge')).to_have_text("2")
    await expect(leader.locator(".message")).to_have_count(0)


async def test_the_clock_moves_by_an_hour_and_a_day(tab: OpenPage) -> None:
    page, other = await tab(f"#{ANNA}"), await tab(f"#{BO}")
    await expect(page.locator("#clock-day")).to_have_text("2023年2月20日 周一")
    await expect(page.locator("#clock-time")).to_have_text("08:30")
    await page.click("#clock-hour")
    await expect(page.locator("#clock-time")).to_have_text("09:30")
    await page.click("#clock-days")
    await expect(page.locator("#clock-day")).to_have_text("2023年2月21日 周二")
    await expect(other.locator("#clock-day")).to_have_text("2023年2月21日 周二")
    await say(page, "第二天")
    await expect(page.locator(".day")).to_have_text("2023年2月21日 周二")
    await expect(page.locator(".mine time")).to_have_text("09:30")


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


async def test_on_a_phone_one_column_with_a_way_back(tab: OpenPage) -> None:
    page = await tab(narrow=True)
    await expect(page.locator(".chat")).to_be_hidden()
    await page.tap('.entry:has-text("演示甲")')
    await expect(page.locator(".sidebar")).to_be_hidden()
    await say(page, "/keys")
    await page.tap('.key:has-text("保存")')
    await hears(page, "已经保存")
    assert await page.evaluate("document.documentElement.scrollWidth") == 390
    await say(page, "座谈12人")
    await hears(page, "你说：座谈12人")
    await expect(page.locator('.mine [aria-label="编辑"]').last).to_be_hidden()
    await page.locator(".mine .stamp").last.tap()
    await expect(page.locator('.mine [aria-label="编辑"]').last).to_be_visible()
    await page.tap("#back")
    await expect(page.locator(".sidebar")).to_be_visible()
    await expect(page.locator(".chat")).to_be_hidden()
    assert await page.evaluate("document.documentElement.scrollWidth") == 390


async def test_the_chat_is_still_there_after_a_reload(tab: OpenPage) -> None:
    page = await tab(f"#{ANNA}")
    await say(page, "记住我")
    await hears(page, "你说：记住我")
    await page.reload()
    await expect(page.locator(".message")).to_have_count(2)


async def test_an_invitation_is_opened_by_somebody_else(tab: OpenPage) -> None:
    page = await tab(f"#{ADMIN}")
    await say(page, "/invite")
    await page.click('.theirs a:has-text("t.me")')
    await page.click('#opener-people button:has-text("演示新人")')
    await expect(page.locator("#head-note")).to_have_text("你是 演示新人 · 未绑定")
    await page.click("#wide")
    await hears(page, "你说：/start abc123")


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
