"""What every test on the page does: write, and see what the bot says."""

from playwright.async_api import Page, expect


async def say(page: Page, text: str) -> None:
    """Write and send."""
    await page.fill("#words", text)
    await page.press("#words", "Enter")


async def hears(page: Page, text: str) -> None:
    """Wait until somebody else's message with this text stands in the chat."""
    await expect(page.locator(".theirs", has_text=text).last).to_be_visible()
