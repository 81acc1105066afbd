"""The same conversation by webhook; what comes twice, what nobody may send, what cannot be stored."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web

from bot.app import build_app
from bot.webhook import Webhook
from storage import StoreFull
from tests.bot.hooked import SECRET, Door, at_the_door, free_address, hooked, webhook_settings
from tests.bot.plays import QUICK, settings_for
from tests.rehearsal_client import rehearsing
from tests.rehearsal_world import ANNA, small_world

VISIT = "今天上午到修水县实地调研，座谈12人，发现活动阵地不足"


def message(update_id: int, text: str) -> dict[str, Any]:
    person = {"id": ANNA, "is_bot": False, "first_name": "演示甲"}
    chat = {"id": ANNA, "type": "private", "first_name": "演示甲"}
    body = {"message_id": 900, "date": 1_700_000_000, "chat": chat, "from": person, "text": text}
    return {"update_id": update_id, "message": body}


async def test_the_same_conversation(tmp_path: Path, filled: str) -> None:
    async with hooked(tmp_path, filled) as (play, _):
        anna = play.player(ANNA)
        card = await anna.ask(VISIT)
        assert card.buttons == [["保存", "修改", "放弃"]]
        assert (await anna.press("保存")).toasts == ["已保存"]
        assert "修水县" in (await anna.ask("/my")).text
        (call,) = await play.rehearsal.calls("setWebhook")
        assert call["outcome"] == "ok"
        assert not await play.rehearsal.calls("getUpdates")


async def test_what_is_delivered_twice_is_done_once(tmp_path: Path, filled: str) -> None:
    async with hooked(tmp_path, filled) as (play, door):
        anna = play.player(ANNA)
        receipt = (await anna.ask("/my")).receipt
        again = message(receipt["update_ids"][0], "/my")
        fresh = message(receipt["update_ids"][0] + 50, "/my")
        sent = len(await play.rehearsal.calls("sendMessage"))
        statuses = await asyncio.gather(*map(door.deliver, [again, fresh, again, fresh, fresh]))
        assert statuses == [200] * 5
        await play.rehearsal.get("settled", update_id=fresh["update_id"], wait=10)
        assert len(await play.rehearsal.calls("sendMessage")) == sent + 1


async def test_who_does_not_know_the_secret_is_turned_away(tmp_path: Path, filled_sqlite: str) -> None:
    async with hooked(tmp_path, filled_sqlite) as (play, door):
        for secret in (None, "", "wrong", SECRET + "1", "秘"):
            assert await door.deliver(message(999, "/my"), secret) == 403
        assert await door.deliver(b"no json") == 400
        assert await door.deliver({"update_id": "1"}) == 400
        assert await door.deliver([1]) == 400
        assert await door.deliver(b" " * 2_000_000) == 413
        assert (await door.get("/telegram"))[0] == 405
        assert (await door.get("/metrics"))[0] == 404
        assert not await play.rehearsal.calls("sendMessage")


async def test_polling_takes_the_webhook_away(tmp_path: Path, filled_sqlite: str) -> None:
    async with rehearsing(tmp_path, small_world(flood=False)) as rehearsal:
        settings = webhook_settings(rehearsal.url, filled_sqlite)
        async with build_app(settings, rehearsal.url, QUICK).running():
            await rehearsal.player(ANNA).ask("/my")
        written = await rehearsal.player(ANNA).say("/my")
        async with build_app(settings_for(rehearsal.url, filled_sqlite), rehearsal.url, QUICK).running():
            await rehearsal.get("settled", update_id=written["update_ids"][0], wait=10)
            assert (await rehearsal.player(ANNA).ask("/my")).text.startswith("我联系的县")
        assert len(await rehearsal.calls("deleteWebhook")) == 1


async def test_what_was_written_while_the_bot_was_down_is_delivered(
    tmp_path: Path, filled_sqlite: str
) -> None:
    async with rehearsing(tmp_path, small_world(flood=False)) as rehearsal:
        settings = webhook_settings(rehearsal.url, filled_sqlite)
        async with build_app(settings, rehearsal.url, QUICK).running():
            await rehearsal.player(ANNA).ask("/my")
        written = await rehearsal.player(ANNA).say("/my")
        async with build_app(settings, rehearsal.url, QUICK).running(), at_the_door(settings) as door:
            settled = await rehearsal.get("settled", update_id=written["update_ids"][0], wait=10)
            assert settled["settled"]
            assert (await door.get("/healthz"))[0] == 200


class Shelf:
    """Keeps batches, or says that it is full; `gate` holds the first one up."""

    def __init__(self) -> None:
        self.full = False
        self.batches: list[list[int]] = []
        self.busy, self.gate = asyncio.Event(), asyncio.Event()

    async def keep(self, batch: list[dict[str, Any]]) -> None:
        self.busy.set()
        await self.gate.wait()
        if self.full:
            raise StoreFull
        self.batches.append([raw["update_id"] for raw in batch])


@asynccontextmanager
async def behind(shelf: Shelf) -> AsyncIterator[Door]:
    webhook = Webhook(SECRET, shelf.keep, lambda: None)
    application = web.Application()
    application.router.add_post("/telegram", webhook.deliver)
    runner = web.AppRunner(application)
    await runner.setup()
    host, _, port = (address := free_address()).partition(":")
    await web.TCPSite(runner, host, int(port)).start()
    task = asyncio.create_task(webhook.run())
    async with aiohttp.ClientSession() as session:
        yield Door(f"http://{address}", session)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await runner.cleanup()


async def test_what_comes_meanwhile_shares_a_commit_in_order() -> None:
    shelf = Shelf()
    webhook = Webhook(SECRET, shelf.keep, lambda: None)
    storing = asyncio.create_task(webhook.run())
    first = asyncio.create_task(webhook.store({"update_id": 1}))
    await shelf.busy.wait()
    rest = [asyncio.create_task(webhook.store({"update_id": number})) for number in (4, 2, 3, 2)]
    await asyncio.sleep(0)
    shelf.gate.set()
    assert all(await asyncio.gather(first, *rest))
    assert shelf.batches == [[1], [2, 3, 4]]
    storing.cancel()
    await asyncio.gather(storing, return_exceptions=True)


async def test_a_full_store_lets_telegram_come_again() -> None:
    shelf = Shelf()
    shelf.gate.set()
    async with behind(shelf) as door:
        shelf.full = True
        assert await door.deliver({"update_id": 1}) == 503
        shelf.full = False
        assert await door.deliver({"update_id": 1}) == 200
    assert shelf.batches == [[1]]
