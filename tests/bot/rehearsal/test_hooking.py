"""The rehearsal server calls a webhook as Telegram does: in order, with the secret, again when refused."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web

from tests.bot.hooked import free_address
from tests.bot.rehearsal.raw import Raw
from tests.rehearsal_client import Rehearsal
from tests.rehearsal_world import ANNA


@dataclass
class Hook:
    """Answers with the statuses given, then with 200; notes what came."""

    url: str
    statuses: list[int]
    came: list[tuple[int, str]] = field(default_factory=list)
    news: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def answer(self, request: web.Request) -> web.Response:
        update = await request.json()
        secret = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        async with self.news:
            self.came.append((update["update_id"], secret))
            self.news.notify_all()
        return web.Response(status=self.statuses.pop(0) if self.statuses else 200)

    async def until(self, count: int) -> list[tuple[int, str]]:
        async with asyncio.timeout(10), self.news:
            await self.news.wait_for(lambda: len(self.came) >= count)
        return self.came


@asynccontextmanager
async def hook(*statuses: int) -> AsyncIterator[Hook]:
    host, _, port = (address := free_address()).partition(":")
    mine = Hook(f"http://{address}/hook", list(statuses))
    application = web.Application()
    application.router.add_post("/hook", mine.answer)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, host, int(port)).start()
    yield mine
    await runner.cleanup()


async def test_again_until_it_is_taken_and_in_order(raw: Raw, rehearsal: Rehearsal) -> None:
    async with hook(503, 500) as mine:
        await raw.call("setWebhook", url=mine.url, secret_token="rehearsal_secret")
        for word in ("一", "二"):
            await rehearsal.player(ANNA).say(word)
        came = await mine.until(4)
        first = came[0][0]
        assert came == [(first, "rehearsal_secret")] * 3 + [(first + 1, "rehearsal_secret")]
        info = await raw.call("getWebhookInfo")
        assert info["url"] == mine.url
        assert info["last_error_message"].startswith("Wrong response from the webhook: 500")


async def test_what_waited_is_delivered_once_a_webhook_is_set(raw: Raw, rehearsal: Rehearsal) -> None:
    await rehearsal.player(ANNA).say("一")
    async with hook() as mine:
        await raw.call("setWebhook", url=mine.url)
        assert [secret for _, secret in await mine.until(1)] == [""]
        await raw.call("deleteWebhook")
        await rehearsal.player(ANNA).say("二")
        (waiting,) = await raw.call("getUpdates")
        assert waiting["message"]["text"] == "二"


async def test_nobody_outside_is_called(raw: Raw, rehearsal: Rehearsal) -> None:
    await raw.call("setWebhook", url="https://example.org/hook")
    await rehearsal.player(ANNA).say("一")
    info = await raw.call("getWebhookInfo")
    assert info["pending_update_count"] == 1
    assert "last_error_message" not in info
