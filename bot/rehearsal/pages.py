"""The chat page's files, and the guard that only this page talks to the control API."""

from collections.abc import Awaitable, Callable
from importlib.resources import files
from urllib.parse import urlsplit

from aiohttp import web

_TYPES = {"html": "text/html", "css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
    "connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_LOOPBACK = {"127.0.0.1", "localhost", "[::1]"}
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def routes() -> list[web.RouteDef]:
    """The page at /, its files under /page/."""
    return [web.get("/", _index), web.get(r"/page/{name:[\w-]+\.(?:css|js|svg)}", _asset)]


async def _index(_: web.Request) -> web.Response:
    return _send("index.html")


async def _asset(request: web.Request) -> web.Response:
    return _send(request.match_info["name"])


def _send(name: str) -> web.Response:
    source = files("bot.rehearsal").joinpath("page", name)
    if not source.is_file():
        raise web.HTTPNotFound
    return web.Response(
        body=source.read_bytes(),
        content_type=_TYPES[name.rpartition(".")[2]],
        charset="utf-8",
        headers={
            "Content-Security-Policy": _POLICY,
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store",
            "Referrer-Policy": "no-referrer",
        },
    )


@web.middleware
async def own_page_only(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse other hosts' names (rebinding) and other sites' pages: this machine alone is answered."""
    host = request.host.rpartition(":")[0] or request.host
    origin = request.headers.get("Origin")
    if host not in _LOOPBACK or (origin is not None and urlsplit(origin).netloc != request.host):
        raise web.HTTPForbidden(text="Only for this machine.")
    return await handler(request)
