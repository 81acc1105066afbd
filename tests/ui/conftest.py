"""A browser for all tests, and what it looks at: the real bot in its rehearsal, or a small bot."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright, expect

from bot.playing.prepare import Play, prepare, read_play
from bot.rehearsal.server import RunningServer
from tests.rehearsal_client import serving
from tests.rehearsal_world import small_world
from tests.ui.echo_bot import EchoBot, stop
from tests.ui.stage import Stage, staged
from tests.ui.tabs import OpenPage, opening

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"]  # fmt: skip
PATIENCE_MS = 20_000


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert path, "the browser tests need Debian's chromium on the PATH"
    expect.set_options(timeout=PATIENCE_MS)
    async with async_playwright() as playwright:
        launched = await playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield launched
        await launched.close()


@pytest.fixture(scope="session")
def demo() -> Play:
    return read_play("jiujiang-2022-demo", None)


@pytest.fixture(scope="session")
def beginning(demo: Play, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database with which the demo's rehearsal begins; copied for each test."""
    path = tmp_path_factory.mktemp("beginning") / "liaison.sqlite3"
    prepare(demo, f"sqlite:///{path}")
    return path


@pytest_asyncio.fixture(loop_scope="session")
async def stage(browser: Browser, demo: Play, beginning: Path, tmp_path: Path) -> AsyncIterator[Stage]:
    """The demo campaign with the real bot, as fresh as after the first start."""
    shutil.copy(beginning, tmp_path / "liaison.sqlite3")
    async with staged(browser, demo, tmp_path) as playing:
        yield playing


@pytest_asyncio.fixture(loop_scope="session")
async def server(tmp_path: Path) -> AsyncIterator[RunningServer]:
    async with serving(tmp_path / "state", small_world(flood=False)) as running:
        yield running


@pytest_asyncio.fixture(loop_scope="session")
async def echo(server: RunningServer) -> AsyncIterator[EchoBot]:
    bot = EchoBot(server)
    task = asyncio.create_task(bot.run())
    yield bot
    await stop(task)
    await bot.close()


@pytest_asyncio.fixture(loop_scope="session")
async def tab(browser: Browser, server: RunningServer, echo: EchoBot) -> AsyncIterator[OpenPage]:
    """Opens a tab on the small world with the echoing bot."""
    async with opening(browser, server.url) as open_page:
        yield open_page
