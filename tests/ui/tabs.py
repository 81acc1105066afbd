"""Tabs of a browser, each with a storage of its own; whatever goes wrong on a page fails its test."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager

from playwright.async_api import Browser, Page, ViewportSize

WIDE, NARROW = ViewportSize(width=1280, height=800), ViewportSize(width=390, height=844)
PATIENCE_MS = 20_000
OpenPage = Callable[..., Awaitable[Page]]


@asynccontextmanager
async def opening(browser: Browser, url: str) -> AsyncIterator[OpenPage]:
    """Give what opens a tab at a hash, wide or as narrow as a phone; close them all at the end."""
    errors: list[str] = []
    async with AsyncExitStack() as opened:

        async def open_page(at: str = "", *, narrow: bool = False) -> Page:
            context = await browser.new_context(
                viewport=NARROW if narrow else WIDE, is_mobile=narrow, has_touch=narrow, locale="zh-CN"
            )
            opened.push_async_callback(context.close)
            context.set_default_timeout(PATIENCE_MS)
            page = await context.new_page()
            page.on("pageerror", lambda error: errors.append(str(error)))
            page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
            await page.goto(f"{url}/{at}")
            await page.wait_for_selector(".entry", state="attached")
            return page

        yield open_page
        assert errors == []
