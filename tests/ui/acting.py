"""What every test on the page does: choose somebody, write, press, and see what the bot says."""

from playwright.async_api import Locator, Page, expect

VISIT = "今天上午到修水县实地调研，座谈12人，发现活动阵地不足"


async def say(page: Page, text: str) -> None:
    """Write and send."""
    await page.fill("#words", text)
    await page.press("#words", "Enter")


async def hears(page: Page, text: str) -> Locator:
    """Wait until somebody else's message with this text stands in the chat; return the newest one."""
    heard = page.locator(".theirs", has_text=text).last
    await expect(heard).to_be_visible()
    return heard


def entry(page: Page, name: str) -> Locator:
    """Somebody, or a group, in the list."""
    return page.locator(".entry", has=page.locator("strong").get_by_text(name, exact=True))


async def press(page: Page, label: str) -> None:
    """Press a button below the newest message that has it."""
    await page.locator(".key").get_by_text(label, exact=True).last.click()


async def keys_are(page: Page, *labels: str) -> None:
    """Wait until the newest message has just these buttons."""
    await expect(page.locator(".theirs").last.locator(".key")).to_have_text(list(labels))


async def attach_photo(page: Page, picture: bytes, caption: str = "") -> None:
    """Send a picture through the attachment menu."""
    await page.click("#attach")
    async with page.expect_file_chooser() as chooser:
        await page.click("#pick-photo")
    await (await chooser.value).set_files({"name": "座谈.png", "mimeType": "image/png", "buffer": picture})
    await page.fill("#photo-caption", caption)
    await page.press("#photo-caption", "Enter")
    await expect(page.locator(".mine .photo img").last).to_be_visible()
