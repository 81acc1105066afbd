"""Take the pictures of the documents from a rehearsal that begins: `python scripts/take_screenshots.py`.

Needs Chromium (Debian: apt-get install chromium) and what `make install` brings. The pictures show the demo
campaign alone. They land in docs/images; the ground behind messages is left plain, so that they stay small.
"""

import asyncio
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from socket import socket

from playwright.async_api import Browser, FilePayload, Page, ViewportSize, async_playwright, expect

IMAGES = Path(__file__).parents[1] / "docs" / "images"
WORDS = json.loads(Path(__file__).with_suffix(".json").read_text("utf-8"))
ROSTER = Path(__file__).parents[1] / "campaigns" / "jiujiang-2022-demo" / "roster.csv"
WIDE, PHONE = ViewportSize(width=1180, height=760), ViewportSize(width=390, height=780)
ADMIN, CONTACT_PERSON, LEADER = 1001, 1301, 1101
GROUP = f"-1002000000001@{CONTACT_PERSON}"
SHARPNESS = 1.5
PATIENCE_MS = 30_000


@asynccontextmanager
async def rehearsal(state: Path) -> AsyncIterator[str]:
    """Run `liaison rehearse` in a folder and give the page's address."""
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "bot", "rehearse", "--state", str(state), "--port", str(port)]
    process = await asyncio.create_subprocess_exec(*command, stderr=subprocess.PIPE)
    try:
        assert process.stderr  # noqa: S101 - it was asked for
        while b"campaign_time" not in (line := await process.stderr.readline()):
            if not line:
                sys.exit("the rehearsal did not start")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.send_signal(signal.SIGINT)
        await process.communicate()


async def tab(browser: Browser, url: str, at: object, size: ViewportSize) -> Page:
    """Open somebody's chat, wide or as on a phone."""
    narrow = size is PHONE
    context = await browser.new_context(
        viewport=size,
        device_scale_factor=SHARPNESS if narrow else 1,
        is_mobile=narrow,
        locale="zh-CN",
        bypass_csp=True,  # for the plain ground
    )
    page = await context.new_page()
    await page.goto(f"{url}/#{at}")
    await page.add_style_tag(content="* { background-image: none !important }")
    return page


async def say(page: Page, text: str, answer: str) -> None:
    """Write, and wait for the answer."""
    await page.fill("#words", text)
    await page.press("#words", "Enter")
    await hears(page, answer)


async def hears(page: Page, text: str) -> None:
    """Wait for words of the bot."""
    await expect(page.locator(".theirs", has_text=text).last).to_be_visible()


async def press(page: Page, label: str, answer: str) -> None:
    """Press a button, and wait for what it brings."""
    await page.locator(".key").get_by_text(label, exact=True).last.click()
    await hears(page, answer)


async def take(page: Page, name: str) -> None:
    """Keep what is seen, without the line that tells of a press."""
    await page.mouse.move(0, 0)
    await expect(page.locator("#toast")).to_be_hidden()
    await page.screenshot(path=IMAGES / f"{name}.png")


async def chat(browser: Browser, url: str) -> None:
    """Take the card and the record on a desktop."""
    page = await tab(browser, url, CONTACT_PERSON, WIDE)
    await say(page, WORDS["visit"], WORDS["card"])
    await take(page, "card")
    await press(page, WORDS["save"], WORDS["saved"])
    await say(page, "/my", WORDS["mine"])
    await take(page, "record")


async def form(browser: Browser, url: str) -> None:
    """Take the form's calendar on a phone."""
    page = await tab(browser, url, LEADER, PHONE)
    await say(page, "/log", WORDS["which_county"])
    await press(page, WORDS["county"], WORDS["which_day"])
    await take(page, "log-form")
    await page.locator(".key").get_by_text(WORDS["cancel"], exact=True).last.click()


async def draft(browser: Browser, url: str) -> None:
    """Take the end of the draft that an administrator reads on a phone, with its buttons."""
    page = await tab(browser, url, ADMIN, PHONE)
    while not await page.locator(".theirs", has_text=WORDS["drafted"]).count():
        await on_to_what_is_due(page)
    await take(page, "draft")


async def on_to_what_is_due(page: Page) -> None:
    """Move the clock on to the next due moment."""
    await expect(page.locator("#clock-due")).to_be_enabled()
    await page.click("#clock-due")
    await expect(page.locator("#clock-busy")).to_be_hidden()


async def digest(browser: Browser, url: str) -> None:
    """Take the group's digest on a phone, once the clock has gone to its moment; reminders come before."""
    page = await tab(browser, url, GROUP, PHONE)
    while not await page.locator(".photo img").count():
        await on_to_what_is_due(page)
    await hears(page, WORDS["picture"])
    await page.locator(".photo img").last.scroll_into_view_if_needed()
    await take(page, "group-digest")


async def administration(browser: Browser, url: str) -> None:
    """Take what an administrator sees of people, groups and a new table on a phone."""
    page = await tab(browser, url, ADMIN, PHONE)
    await say(page, f"/people {WORDS['unbound']}", WORDS["people"])
    await press(page, WORDS["invite"], WORDS["invitation"])
    await take(page, "people")
    await say(page, "/groups", WORDS["groups"])
    await take(page, "groups")
    table = FilePayload(name=WORDS["table"], mimeType="text/csv", buffer=new_table())
    await page.set_input_files("#file-input", table)
    await hears(page, WORDS["preview"])
    await take(page, "roster")


def new_table() -> bytes:
    """Return the demo's table with another contact person for one county."""
    return ROSTER.read_bytes().replace(WORDS["before"].encode(), WORDS["after"].encode(), 1)


def picture(state: Path) -> None:
    """Write the picture that the command line makes of the figures with which the rehearsal begins."""
    out = state / "out"
    environment = os.environ | {"LIAISON_DATABASE_URL": f"sqlite:///{state / 'liaison.sqlite3'}"}
    command = [sys.executable, "-m", "bot", "digest", "two-month", "--as-of", "2023-02-27", "--out", str(out)]
    subprocess.run(command, env=environment, check=True)
    shutil.copy(next(out.glob("*.png")), IMAGES / "digest.png")


async def main() -> None:
    """Take them all."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    expect.set_options(timeout=PATIENCE_MS)
    state = Path(tempfile.mkdtemp())
    async with rehearsal(state) as url, async_playwright() as playwright:
        picture(state)
        browser = await playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        for scene in (chat, form, administration, draft, digest):
            await scene(browser, url)
        await browser.close()
    shutil.rmtree(state)


if __name__ == "__main__":
    asyncio.run(main())
