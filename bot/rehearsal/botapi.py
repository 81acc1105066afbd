"""The Bot API over HTTP: /bot<token>/<method> and /file/bot<token>/<path>."""

import asyncio
import hmac
import inspect
from typing import Any

from aiohttp import web

from bot.rehearsal import incoming, refusals
from bot.rehearsal.errors import RefusedError
from bot.rehearsal.faults import Fault
from bot.rehearsal.methods.table import TABLE, Row
from bot.rehearsal.stage import Stage
from bot.rehearsal.store import Json

_BAD_GATEWAY = (
    "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n"
    "<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n"
)


def routes(stage: Stage) -> list[web.RouteDef]:
    """The routes, bound to a stage."""

    async def call(request: web.Request) -> web.StreamResponse:
        return await _answer(stage, request)

    async def fetch(request: web.Request) -> web.StreamResponse:
        return _file(stage, request)

    return [
        web.route("*", "/bot{token}/{method}", call),
        web.get("/file/bot{token}/{path:.+}", fetch),
    ]


def _right_token(stage: Stage, request: web.Request) -> bool:
    return hmac.compare_digest(request.match_info["token"].encode(), stage.token.encode())


async def _answer(stage: Stage, request: web.Request) -> web.StreamResponse:
    if not _right_token(stage, request):
        return _refusal(refusals.unauthorized())
    row = TABLE.get(request.match_info["method"].lower())
    if row is None:
        return _refusal(refusals.unknown_method())
    try:
        body = await incoming.read(request)
    except ValueError:
        return _refusal(refusals.bad_request("can't parse JSON object"))
    except web.HTTPRequestEntityTooLarge:
        return _refusal(refusals.entity_too_large())
    fault = stage.faults.take(row[0].__api_method__, body.raw)
    if fault is not None and fault.kind != "lost":
        _log(stage, row, body, fault.kind)
        return await _trouble(request, fault)
    response, outcome = await _work(stage, row, body)
    _log(stage, row, body, "lost" if fault else outcome)
    return _dropped(request) if fault else response


async def _work(stage: Stage, row: Row, body: incoming.Body) -> tuple[web.Response, str]:
    model, work = row
    try:
        call = incoming.check(model, body)
        result = await _result(stage, work, call)
    except RefusedError as error:
        return _refusal(error), f"{error.code} {error.description}"
    return web.json_response({"ok": True, "result": result}), "ok"


async def _result(stage: Stage, work: Any, call: incoming.Call) -> Any:
    """Every method but the waiting one is a single transaction."""
    if inspect.iscoroutinefunction(work):
        return await work(stage, call)
    with stage.store.changing():
        return work(stage, call)


def _log(stage: Stage, row: Row, body: incoming.Body, outcome: str) -> None:
    method = row[0].__api_method__
    sizes = {name: {"name": up.name, "size": len(up.data)} for name, up in body.uploads.items()}
    stage.calls.record(stage.real_now(), method, body.raw | ({"files": sizes} if sizes else {}), outcome)
    if method != "getUpdates":
        stage.events.tell("call", method=method, outcome=outcome)


def _refusal(error: RefusedError) -> web.Response:
    body: Json = {"ok": False, "error_code": error.code, "description": error.description}
    more = {} if error.parameters is None else {"parameters": error.parameters}
    return web.json_response(body | more, status=error.code)


async def _trouble(request: web.Request, fault: Fault) -> web.StreamResponse:
    if fault.kind == "400":
        return _refusal(refusals.bad_request(fault.words))
    if fault.kind == "401":
        return _refusal(refusals.unauthorized())
    if fault.kind == "429":
        return _refusal(refusals.flood(fault.seconds))
    if fault.kind == "500":
        return _refusal(RefusedError(500, "Internal Server Error"))
    if fault.kind == "502":
        return web.Response(status=502, text=_BAD_GATEWAY, content_type="text/html")
    if fault.kind == "hang":
        await asyncio.sleep(fault.seconds)
    return _dropped(request)


def _dropped(request: web.Request) -> web.StreamResponse:
    """Cut the connection; what is returned reaches nobody."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


def _file(stage: Stage, request: web.Request) -> web.StreamResponse:
    if not _right_token(stage, request):
        return _refusal(refusals.unauthorized())
    found = stage.shelf.by_path(request.match_info["path"])
    if found is None:
        return _refusal(refusals.unknown_method())
    return web.FileResponse(found[1], headers={"Content-Type": "application/octet-stream"})
