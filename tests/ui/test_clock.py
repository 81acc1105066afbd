"""The clock of the page, and what falls due when it is moved on: the digest with its picture."""

import pytest
from playwright.async_api import Page, expect

from tests.ui.acting import VISIT, entry, hears, press, say
from tests.ui.stage import ADMIN, CONTACT_PERSON, Stage

pytestmark = [pytest.mark.ui, pytest.mark.asyncio(loop_scope="session")]


DIGEST = "拨到 2月27日 09:00"


async def shows(page: Page, day: str, time: str) -> None:
    await expect(page.locator("#clock-day")).to_have_text(day)
    await expect(page.locator("#clock-time")).to_have_text(time)
    await expect(page.locator("#clock-busy")).to_be_hidden()


async def test_the_clock_moves_by_an_hour_and_a_day(stage: Stage) -> None:
    page, other = await stage.alone(CONTACT_PERSON), await stage.in_group(ADMIN)
    await shows(page, "2023年2月20日 周一", "08:30")
    await page.click("#clock-hour")
    await shows(page, "2023年2月20日 周一", "09:30")
    await page.click("#clock-days")
    await shows(page, "2023年2月21日 周二", "09:30")
    await shows(other, "2023年2月21日 周二", "09:30")
    await say(page, VISIT)
    await hears(page, "日期：2月21日（周二，今天）")
    # At 09:30 on the day before somebody was reminded.
    await expect(page.locator(".day").last).to_have_text("2023年2月21日 周二")


async def to_the_digest(page: Page) -> None:
    """Press on to the next due moment until the digest's hour has come."""
    button, title = page.locator("#clock-due"), ""
    while title != DIGEST:
        await expect(button).to_be_enabled()
        title = await button.get_attribute("title") or ""
        assert title <= DIGEST  # reminders come before it
        await button.click()
        await expect(button).not_to_have_attribute("title", title)
    await shows(page, "2023年2月27日 周一", "09:00")


async def test_the_next_due_moment_brings_the_digest_with_its_picture(stage: Stage) -> None:
    page, person = await stage.in_group(ADMIN), await stage.alone(CONTACT_PERSON)
    await say(person, VISIT)
    await press(person, "保存")
    await hears(person, "第 31 号")
    await to_the_digest(page)
    digest = await hears(page, "一、本期情况")
    await expect(page.locator(".theirs .photo img")).to_be_visible()
    await hears(page, "县级工会联系情况图，截至2023年2月27日 09:00")
    await say(person, "/status")
    status = await hears(person, "截至2023年2月27日 09:00")
    sent = (await digest.locator(".words").inner_text()).splitlines()
    asked = (await status.locator(".words").inner_text()).splitlines()
    assert "登记联系 17 次：实地 10 次，视频 2 次，电话 4 次，会面 1 次。" in sent
    assert set(asked) - set(sent) == {"【演示】进展情况"}
    # Both messages of the digest came while this tab looked at another chat.
    await expect(entry(person, "专班群").locator(".badge")).to_have_text("2")


async def test_opening_the_picture_of_the_digest(stage: Stage) -> None:
    page = await stage.in_group(CONTACT_PERSON)
    await to_the_digest(page)
    await page.click(".theirs .photo")
    await expect(page.locator("#lightbox-image")).to_be_visible()
    width = await page.eval_on_selector("#lightbox-image", "image => image.naturalWidth")
    assert width >= 1080
    async with page.expect_download() as download:
        await page.click("#lightbox-save")
    saved = await (await download.value).path()
    assert saved.read_bytes().startswith(b"\x89PNG") or saved.read_bytes().startswith(b"\xff\xd8")


async def test_the_digest_comes_once(stage: Stage) -> None:
    page = await stage.in_group(ADMIN)
    await to_the_digest(page)
    await hears(page, "县级工会联系情况图")
    await page.click("#clock-days")
    await shows(page, "2023年2月28日 周二", "09:00")
    await expect(page.locator(".theirs")).to_have_count(2)
