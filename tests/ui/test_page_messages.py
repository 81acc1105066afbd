"""Messages on the chat page in a real browser: one test for each thing that can be done with them."""

from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.bot.rehearsal.pictures import png
from tests.rehearsal_world import ANNA
from tests.ui.acting import hears, say
from tests.ui.conftest import OpenPage

pytestmark = pytest.mark.ui


async def test_typing_with_enter_and_line_breaks_with_shift(tab: OpenPage) -> None:
    page = await tab(f"#{ANNA}")
    await page.type("#words", "第一行")
    await page.press("#words", "Shift+Enter")
    await page.type("#words", "第二行")
    await expect(page.locator(".mine")).to_have_count(0)
    await page.press("#words", "Enter")
    await expect(page.locator(".mine .words")).to_have_text("第一行\n第二行", use_inner_text=True)
    await expect(page.locator("#words")).to_have_value("")


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
