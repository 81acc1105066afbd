"""The chat page in a real browser: one test for each thing that can be done on it."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from bot.rehearsal.server import RunningServer, start_server
from tests.bot.rehearsal.pictures import png
from tests.rehearsal_client import serving, talking_to
from tests.rehearsal_world import ADMIN, ANNA, BO, GROUP, LEADER, NEWCOMER, STRANGER, WAITING, small_world
from tests.ui.conftest import OpenPage

pytestmark = pytest.mark.ui


async def say(page: Page, text: str) -> None:
    await page.fill("#words", text)
    await page.press("#words", "Enter")


async def hears(page: Page, text: str) -> None:
    await expect(page.locator(".theirs", has_text=text).last).to_be_visible()


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


async def test_typing_with_enter_and_line_breaks_with_shift(tab: OpenPage) -> None:
    page = await tab(f"#{ANNA}")
    await page.type("#words", "第一行")
    await page.press("#words", "Shift+Enter")
    await page.type("#words", "第二行")
    await expect(page.locator(".mine")).to_have_count(0)
    await page.press("#words", "Enter")
    await expect(page.locator(".mine .words")).to_have_text("第一行\n第二行", use_inner_text=True)
    await expect(page.locator("#words")).to_have_value("")


async def test_answers_appear_live(tab: OpenPage) -> None:
    page = await tab(f"#{ANNA}")
    await say(page, "今天到修水县")
    await hears(page, "你说：今天到修水县")
    await expect(page.locator(".entry[aria-current] .preview")).to_have_text("你说：今天到修水县")


async def test_pressing_a_button(tab: OpenPage) -> None:
    page = await tab(f"#{ANNA}")
    await say(page, "/keys")
    await expect(page.locator(".words b")).to_have_text("要保存吗？")
    await page.click('.key:has-text("保存")')
    await expect(page.locator("#toast")).to_have_text("保存好了")
    await hears(page, "已经保存")
    await expect(page.locator(".key")).to_have_count(0)


async def test_a_button_shows_that_it_waits(tab: OpenPage) -> None:
    page = await tab(f"#{ANNA}")
    await say(page, "/keys")
    await page.click('.key:has-text("无声")')
    await expect(page.locator(".key.busy")).to_have_count(1)


async def test_an_alert_wants_to_be_closed(tab: OpenPage) -> None:
    page = await tab(f"#{ANNA}")
    await say(page, "/keys")
    await page.click('.key:has-text("放弃")')
    await expect(page.locator("#alert-text")).to_have_text("真的要放弃？")
    await page.click("#alert .primary")
    await expect(page.locator("#alert")).to_be_hidden()
    await expect(page.locator(".key.busy")).to_have_count(0)


async def test_a_keyboard_below_the_line(tab: OpenPage) -> None:
    page = await tab(f"#{ANNA}")
    await say(page, "/below")
    await page.click('.reply-key:has-text("下午")')
    await hears(page, "你说：下午")


async def test_sending_a_photo(tab: OpenPage, tmp_path: Path) -> None:
    picture = tmp_path / "座谈.png"
    picture.write_bytes(png(320, 200))
    page = await tab(f"#{ANNA}")
    await page.click("#attach")
    async with page.expect_file_chooser() as chooser:
        await page.click("#pick-photo")
    await (await chooser.value).set_files(picture)
    await page.fill("#photo-caption", "座谈会")
    await page.press("#photo-caption", "Enter")
    await expect(page.locator(".mine .photo img")).to_be_visible()
    await expect(page.locator(".mine .words")).to_have_text("座谈会")
    await hears(page, "收到了附件")


async def test_sending_a_file(tab: OpenPage, tmp_path: Path) -> None:
    paper = tmp_path / "记录.txt"
    paper.write_text("记录")
    page = await tab(f"#{ANNA}")
    await page.set_input_files("#file-input", paper)
    await expect(page.locator(".mine .file strong")).to_have_text("记录.txt")
    await hears(page, "收到了附件")


async def test_sending_a_place(tab: OpenPage) -> None:
    page = await tab(f"#{ANNA}")
    await page.click("#attach")
    await page.click("#pick-place")
    await page.fill("#place-latitude", "29.5")
    await page.click("#place-dialog .primary")
    await expect(page.locator(".mine .place small")).to_have_text("29.5000, 114.5467")
    await hears(page, "收到了附件")


async def test_editing_an_own_message(tab: OpenPage) -> None:
    page = await tab(f"#{ANNA}")
    await say(page, "座谈12人")
    await hears(page, "你说：座谈12人")
    await page.hover(".mine")
    await page.click('.mine [aria-label="编辑"]')
    await expect(page.locator("#quote-name")).to_have_text("编辑消息")
    await say(page, "座谈13人")
    await hears(page, "改成了：座谈13人")
    await expect(page.locator(".mine .words")).to_have_text("座谈13人")
    await expect(page.locator(".mine .stamp")).to_contain_text("已编辑")


async def test_the_arrow_key_edits_the_last_own_message(tab: OpenPage) -> None:
    page = await tab(f"#{ANNA}")
    await say(page, "座谈12人")
    await hears(page, "你说：座谈12人")
    await page.press("#words", "ArrowUp")
    await expect(page.locator("#words")).to_have_value("座谈12人")
    await page.press("#words", "Escape")
    await expect(page.locator("#quote")).to_be_hidden()


async def test_replying(tab: OpenPage) -> None:
    page = await tab(f"#{ANNA}")
    await say(page, "去哪里？")
    await hears(page, "你说：去哪里？")
    await page.hover(".theirs")
    await page.click('.theirs [aria-label="回复"]')
    await say(page, "修水县")
    await expect(page.locator(".mine .answered span")).to_have_text("你说：去哪里？")
    await hears(page, "回复了：你说：去哪里？")


async def test_opening_a_picture(tab: OpenPage) -> None:
    page = await tab(f"#{ANNA}")
    await say(page, "/picture")
    await page.click(".theirs .photo")
    await expect(page.locator("#lightbox-image")).to_be_visible()
    assert await page.eval_on_selector("#lightbox-image", "image => image.naturalWidth") == 640
    await page.keyboard.press("Escape")
    await expect(page.locator("#lightbox")).to_be_hidden()


async def test_opening_a_file(tab: OpenPage, tmp_path: Path) -> None:
    page = await tab(f"#{ANNA}")
    await say(page, "/file")
    async with page.expect_download() as download:
        await page.click(".theirs .file")
    saved = await download.value
    assert saved.suggested_filename == "双月调度.txt"
    await saved.save_as(tmp_path / "saved")
    assert (tmp_path / "saved").read_text() == "words"


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


async def test_commands_from_the_menu_and_from_a_text(tab: OpenPage) -> None:
    page = await tab(f"#{ANNA}")
    await page.type("#words", "/p")
    await expect(page.locator(".commands button")).to_have_count(1)
    await page.click('.commands button:has-text("/picture")')
    await hears(page, "一张图")
    await say(page, "试试 /keys 吧")
    await page.click('.theirs .command:has-text("/keys")')
    await hears(page, "要保存吗？")


async def test_what_people_write_stays_text(tab: OpenPage) -> None:
    page = await tab(f"#{ANNA}")
    nasty = "<img src=x onerror=\"document.title='oops'\"><script>document.title='oops'</script>"
    await say(page, nasty)
    await expect(page.locator(".mine .words")).to_have_text(nasty)
    await hears(page, f"你说：{nasty}")
    assert await page.locator(".words img, .words script").count() == 0
    assert await page.title() == "对口联系助手 · 排练"


async def test_on_a_phone_one_column_with_a_way_back(tab: OpenPage) -> None:
    page = await tab(narrow=True)
    await expect(page.locator(".chat")).to_be_hidden()
    await page.tap('.entry:has-text("演示甲")')
    await expect(page.locator(".sidebar")).to_be_hidden()
    await say(page, "/keys")
    await page.tap('.key:has-text("保存")')
    await hears(page, "已经保存")
    assert await page.evaluate("document.documentElement.scrollWidth") == 390
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
