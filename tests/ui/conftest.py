"""A browser, the rehearsal server and a small bot."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, ViewportSize, async_playwright

from bot.rehearsal.server import RunningServer
from tests.rehearsal_client import serving
from tests.rehearsal_world import small_world
from tests.ui.echo_bot import EchoBot, stop

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"]  # fmt: skip
WIDE, NARROW = ViewportSize(width=1280, height=800), ViewportSize(width=390, height=844)
OpenPage = Callable[..., Awaitable[Page]]


@pytest.fixture
async def server(tmp_path: Path) -> AsyncIterator[RunningServer]:
    async with serving(tmp_path / "state", small_world(flood=False)) as running:
        yield running


@pytest.fixture
async def echo(server: RunningServer) -> AsyncIterator[EchoBot]:
    bot = EchoBot(server)
    task = asyncio.create_task(bot.run())
    yield bot
    await stop(task)
    await bot.close()


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    path = shutil.which("chromium")
    assert path, "the browser tests need Debian's chromium on the PATH"
    async with async_playwright() as playwright:
        launched = await playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield launched
        await launched.close()


@pytest.fixture
async def tab(browser: Browser, server: RunningServer, echo: EchoBot) -> AsyncIterator[OpenPage]:
    """Opens a tab at a hash; any error on the page fails the test."""
    errors: list[str] = []

    async def open_page(at: str = "", *, narrow: bool = False) -> Page:
        context = await browser.new_context(
            viewport=NARROW if narrow else WIDE, is_mobile=narrow, has_touch=narrow, accept_downloads=True
        )
        page = await context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
        await page.goto(f"{server.url}/{at}")
        await page.wait_for_selector(".entry")
        return page

    yield open_page
    assert errors == []
