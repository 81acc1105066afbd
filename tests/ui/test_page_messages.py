"""Kinds of messages on the page, with a small bot that answers on demand."""

from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.rehearsal_world import ANNA
from tests.ui.acting import hears, say
from tests.ui.tabs import OpenPage

pytestmark = [pytest.mark.ui, pytest.mark.asyncio(loop_scope="session")]


async def test_typing_with_enter_and_line_breaks_with_shift(tab: OpenPage) -> None:
    page = await tab(f"#{ANNA}")
    await page.type("#words", "第一行")
    await page.press("#words", "Shift+Enter")
    await page.type("#words", "第二行")
    await expect(page.locator(".mine")).to_have_count(0)
    await page.press("#words", "Enter")
    await expect(page.locator(".mine .words")).to_have_text("第一行\n第二行", use_inner_text=True)
    await expect(page.locator("#words")).to_have_value("")


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


async def test_sending_a_place(tab: OpenPage) -> None:
    page = await tab(f"#{ANNA}")
    await page.click("#attach")
    await page.click("#pick-place")
    await page.fill("#place-latitude", "29.5")
    await page.click("#place-dialog .primary")
    await expect(page.locator(".mine .place small")).to_have_text("29.5000, 114.5467")
    await hears(page, "收到了附件")


async def test_the_arrow_key_edits_the_last_own_message(tab: OpenPage) -> None:
    page = await tab(f"#{ANNA}")
    await say(page, "座谈12人")
    await hears(page, "你说：座谈12人")
    await page.press("#words", "ArrowUp")
    await expect(page.locator("#words")).to_have_value("座谈12人")
    await page.press("#words", "Escape")
    await expect(page.locator("#quote")).to_be_hidden()


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
