"""A Bot API in a process of its own: hands out prepared updates and counts the calls; checks nothing."""

import asyncio
import itertools
import sys
import time
from dataclasses import dataclass, field
from typing import Any

import orjson
import uvloop
from aiohttp import web

ME = {"id": 1, "is_bot": True, "first_name": "bench", "username": "bench_bot", "can_join_groups": True}
ANSWERS = frozenset({"sendMessage", "editMessageText", "answerCallbackQuery"})
MESSAGES = frozenset({"sendMessage", "editMessageText"})
BATCH = 100


@dataclass
class Load:
    """What is still to be handed out, and when the first went and the last answer came."""

    updates: list[dict[str, Any]] = field(default_factory=list)
    expected: int = 0
    answers: int = 0
    started: float = 0.0
    seconds: float = 0.0
    done: asyncio.Event = field(default_factory=asyncio.Event)


class FakeApi:
    """The server; one bot polls it."""

    def __init__(self) -> None:
        self.load = Load()
        self.ids = itertools.count(1)
        self.fresh = asyncio.Event()
        self.polled_at = 0.0
        self.polled = asyncio.Event()

    async def call(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        if method == "getUpdates":
            self.polled_at = self.polled_at or time.monotonic()
            self.polled.set()
            body: Any = await _body(request)
            return _ok(await self._updates(int(body.get("offset") or 0), float(body.get("timeout") or 0)))
        body = await _body(request)
        if method == "getMe":
            return _ok(ME)
        if method in ANSWERS:
            self._count()
        return _ok(_message(body, next(self.ids)) if method in MESSAGES else True)

    async def _updates(self, offset: int, seconds: float) -> list[dict[str, Any]]:
        load = self.load
        load.updates = [update for update in load.updates if update["update_id"] >= offset]
        if not load.updates:
            self.fresh.clear()
            try:
                await asyncio.wait_for(self.fresh.wait(), seconds)
            except TimeoutError:
                return []
            load = self.load
        load.started = load.started or time.perf_counter()
        return load.updates[:BATCH]

    def _count(self) -> None:
        load = self.load
        load.answers += 1
        if load.answers == load.expected:
            load.seconds = time.perf_counter() - load.started
            load.done.set()

    async def give(self, request: web.Request) -> web.Response:
        """POST /give {"updates", "expected"}: hand these out; answers once so many calls came back."""
        body = orjson.loads(await request.read())
        load = self.load = Load(updates=body["updates"], expected=body["expected"])
        self.fresh.set()
        await asyncio.wait_for(load.done.wait(), 120)
        return web.json_response({"seconds": load.seconds})

    async def first_poll(self, _: web.Request) -> web.Response:
        """GET /polled: the monotonic moment at which a bot first polled; answers once one has."""
        await asyncio.wait_for(self.polled.wait(), 120)
        return web.json_response({"at": self.polled_at})


async def _body(request: web.Request) -> Any:
    if request.content_type == "application/json":
        return orjson.loads(await request.read())
    return await request.post() if request.can_read_body else request.query


def _ok(result: Any) -> web.Response:
    return web.Response(body=orjson.dumps({"ok": True, "result": result}), content_type="application/json")


def _message(body: Any, number: int) -> dict[str, Any]:
    chat = int(body["chat_id"])
    text = str(body.get("text", ""))
    return {"message_id": number, "date": 1, "chat": {"id": chat, "type": "private"}, "text": text}


async def serve() -> None:
    """Serve until killed; the port is written to stdout."""
    api = FakeApi()
    app = web.Application(client_max_size=2**28)
    app.router.add_route("*", "/bot{token}/{method}", api.call)
    app.router.add_post("/give", api.give)
    app.router.add_get("/polled", api.first_poll)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    sys.stdout.write(f"{runner.addresses[0][1]}\n")
    sys.stdout.flush()
    await asyncio.Event().wait()


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as loop:
        loop.run(serve())
