"""390 pixels wide, as on a phone: one column, nothing wider than the screen, fingers instead of a mouse."""

import pytest
from playwright.async_api import Page, expect

from tests.ui.acting import VISIT, entry, hears, keys_are, say
from tests.ui.stage import ADMIN, CONTACT_PERSON, LEADER, Stage

pytestmark = [pytest.mark.ui, pytest.mark.asyncio(loop_scope="session")]
WIDTH = 390


async def fits(page: Page) -> None:
    """Nothing makes the page wider than the screen, and every button has room for a finger."""
    assert await page.evaluate("document.documentElement.scrollWidth") == WIDTH
    keys = "keys => keys.map(k => k.getBoundingClientRect()).filter(b => b.height < 32 || b.right > 390)"
    assert await page.eval_on_selector_all(".key", keys) == []


async def test_a_list_and_a_way_back(stage: Stage) -> None:
    page = await stage.tab(narrow=True)
    await expect(page.locator(".chat")).to_be_hidden()
    await fits(page)
    await entry(page, CONTACT_PERSON).tap()
    await expect(page.locator(".sidebar")).to_be_hidden()
    await fits(page)
    await page.tap("#back")
    await expect(page.locator(".sidebar")).to_be_visible()
    await expect(page.locator(".chat")).to_be_hidden()


async def test_a_record_with_the_thumb(stage: Stage) -> None:
    page = await stage.alone(CONTACT_PERSON, narrow=True)
    await say(page, VISIT)
    await keys_are(page, "保存", "修改", "放弃")
    await fits(page)
    await page.locator(".key").get_by_text("保存").tap()
    await hears(page, "第 31 号 修水县")
    await fits(page)
    await expect(page.locator('.mine [aria-label="编辑"]')).to_be_hidden()
    await page.locator(".mine .stamp").tap()
    await expect(page.locator('.mine [aria-label="编辑"]')).to_be_visible()
    await say(page, "/status")
    await hears(page, "进展情况")
    await fits(page)


async def test_the_calendar_of_the_form(stage: Stage) -> None:
    page = await stage.alone(LEADER, narrow=True)
    await say(page, "/log")
    await hears(page, "联系了哪个县？")
    await fits(page)
    await page.locator(".key").get_by_text("武宁县").tap()
    await hears(page, "哪天联系的？")
    await expect(page.locator(".key").get_by_text("[20]")).to_be_visible()
    await expect(page.locator(".key").get_by_text("21", exact=True)).to_have_count(0)
    await fits(page)


async def test_the_digest_with_its_picture(stage: Stage) -> None:
    page = await stage.in_group(ADMIN, narrow=True)
    await stage.rehearsal.clock.move(to="2023-02-27T09:00:00+08:00")
    await hears(page, "县级工会联系情况图")
    image = page.locator(".theirs .photo img")
    await expect(image).to_be_visible()
    box = await image.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= WIDTH
    await fits(page)
    await page.tap(".theirs .photo")
    await expect(page.locator("#lightbox-image")).to_be_visible()
