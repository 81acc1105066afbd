"""The control API's reading side: world, chats, events, clock, settled updates, calls, files."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.rehearsal import views, wishes
from bot.rehearsal.errors import PlayError
from bot.rehearsal.methods.profile import commands_for
from bot.rehearsal.stage import Stage
from bot.rehearsal.store import Json

_LONGEST_WAIT = 60.0
_PICTURES = ("image/png", "image/jpeg", "image/gif", "image/webp")
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def routes(stage: Stage) -> list[web.RouteDef]:
    """The routes, bound to a stage."""

    def bound(work: Callable[[Stage, web.Request], Awaitable[web.StreamResponse]]) -> Handler:
        async def handle(request: web.Request) -> web.StreamResponse:
            return await work(stage, request)

        return handle

    return [
        web.get("/rehearsal/world", bound(_world)),
        web.get("/rehearsal/chats/{chat}", bound(_chat)),
        web.get("/rehearsal/events", bound(_events)),
        web.get("/rehearsal/live", bound(_live)),
        web.get("/rehearsal/clock", bound(_clock)),
        web.post("/rehearsal/clock", bound(_move_clock)),
        web.post("/rehearsal/clock/reached", bound(_reached)),
        web.get("/rehearsal/settled", bound(_is_settled)),
        web.post("/rehearsal/settled", bound(_settle)),
        web.get("/rehearsal/calls", bound(_calls)),
        web.get("/rehearsal/fault", bound(_faults)),
        web.delete("/rehearsal/fault", bound(_clear_faults)),
        web.get("/rehearsal/files/{file}", bound(_file)),
    ]


def _number(request: web.Request, name: str, default: float = 0) -> float:
    return min(float(request.query.get(name, default)), 1e15)


def _wait(request: web.Request) -> float:
    return min(_number(request, "wait"), _LONGEST_WAIT)


def _clock_state(stage: Stage) -> Json:
    return stage.clock.state(stage.real_now()) | {"zone": stage.world.zone}


async def _world(stage: Stage, _: web.Request) -> web.Response:
    people = [
        {key: row[key] for key in ("id", "name", "role", "note", "username")}
        | {"started": bool(row["started"]), "blocked": bool(row["blocked"])}
        for row in stage.cast.people()
    ]
    groups = [
        {"id": row["id"], "title": row["title"], "kind": row["kind"], "bot_status": row["bot_status"]}
        | {"members": [member["id"] for member in stage.cast.members(row["id"])]}
        for row in stage.cast.rooms()
    ]
    last = stage.messages.last([entry["id"] for entry in [*people, *groups]])
    return web.json_response(
        {
            "bot": stage.cast.me() | {"online": stage.pending.online(stage.real_now())},
            "description": stage.store.note("description", ""),
            "people": people,
            "groups": groups,
            "last": {str(chat): views.message(stage.clock, body) for chat, body in last.items()},
            "clock": _clock_state(stage),
            "event": stage.events.last,
        }
    )


async def _chat(stage: Stage, request: web.Request) -> web.Response:
    chat_id = int(request.match_info["chat"])
    person = int(request.query.get("person", chat_id))
    before = int(_number(request, "before")) or None
    messages = [views.message(stage.clock, body) for body in stage.messages.listing(chat_id, before)]
    return web.json_response(
        {
            "chat": stage.cast.chat(chat_id),
            "messages": messages,
            "commands": commands_for(stage, chat_id, person),
            "keyboard": stage.store.note(f"keyboard:{chat_id}"),
            "event": stage.events.last,
        }
    )


async def _events(stage: Stage, request: web.Request) -> web.Response:
    after = int(_number(request, "after"))
    await stage.events.until(lambda: stage.events.last > after, _wait(request))
    return web.json_response({"last": stage.events.last, "events": stage.events.after(after)})


async def _live(stage: Stage, request: web.Request) -> web.StreamResponse:
    """The events over a WebSocket, so that many tabs can watch (browsers allow six plain connections)."""
    socket = web.WebSocketResponse(heartbeat=20)
    await socket.prepare(request)
    feed = asyncio.create_task(_feed(stage, socket, int(_number(request, "after")) or stage.events.last))
    try:
        async for _ in socket:
            pass
    finally:
        feed.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await feed
    return socket


async def _feed(stage: Stage, socket: web.WebSocketResponse, after: int) -> None:
    with contextlib.suppress(ConnectionError):
        while not stage.events.closed:
            fresh = await _next_events(stage, after)
            # A page of an earlier run asks from a number of that run, and there may be nothing yet.
            after = stage.events.last
            if fresh:
                await socket.send_json(fresh)
        await socket.close()


async def _next_events(stage: Stage, after: int) -> list[Json]:
    await stage.events.until(lambda: stage.events.last > after, _LONGEST_WAIT)
    return stage.events.after(after)


async def _clock(stage: Stage, request: web.Request) -> web.Response:
    after, reached = int(_number(request, "after")), int(_number(request, "reached"))
    if "reached" in request.query:
        await stage.events.until(lambda: stage.clock.reached >= reached, _wait(request))
    elif "after" in request.query:
        await stage.events.until(lambda: stage.clock.version > after, _wait(request))
    return web.json_response(_clock_state(stage))


async def _move_clock(stage: Stage, request: web.Request) -> web.Response:
    wish = await request.json()
    if not isinstance(wish, dict):
        raise PlayError("clock_wish", "Say advance, to or next_due.")
    stage.clock.move(stage.clock.target(wish, stage.real_now()), stage.real_now())
    state = _clock_state(stage)
    stage.events.tell("clock", clock=state)
    return web.json_response(state)


async def _reached(stage: Stage, request: web.Request) -> web.Response:
    wish = wishes.Reached.model_validate_json(await request.read())
    stage.clock.report(wish.version, wish.next_due)
    stage.store.keep("reports", True)
    state = _clock_state(stage)
    stage.events.tell("clock", clock=state)
    return web.json_response(state)


async def _settle(stage: Stage, request: web.Request) -> web.Response:
    wish = wishes.Settled.model_validate_json(await request.read())
    stage.store.keep("reports", True)
    stage.pending.settle(wish.update_id)
    return web.json_response({"settled": True})


async def _is_settled(stage: Stage, request: web.Request) -> web.Response:
    """Whether an update is settled, waiting for it; `reports` tells whether the bot ever reports."""
    update_id = int(_number(request, "update_id"))
    settled = await stage.events.until(lambda: stage.pending.is_settled(update_id), _wait(request))
    return web.json_response({"settled": settled, "reports": stage.store.note("reports", False)})


async def _calls(stage: Stage, request: web.Request) -> web.Response:
    calls = stage.calls.after(int(_number(request, "after")), request.query.get("method"))
    return web.json_response({"calls": calls})


async def _faults(stage: Stage, _: web.Request) -> web.Response:
    return web.json_response({"faults": stage.faults.left()})


async def _clear_faults(stage: Stage, _: web.Request) -> web.Response:
    stage.faults.clear()
    return web.json_response({"faults": []})


async def _file(stage: Stage, request: web.Request) -> web.StreamResponse:
    row, path = stage.shelf.location(request.match_info["file"])
    headers = {"X-Content-Type-Options": "nosniff", "Content-Type": "application/octet-stream"}
    if row["mime"] in _PICTURES or row["path"].startswith("photos/"):
        headers["Content-Type"] = row["mime"] if row["mime"] in _PICTURES else "image/png"
    return web.FileResponse(path, headers=headers)
