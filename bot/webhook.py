"""A webhook: what Telegram delivers is stored first, and only then is Telegram told that it arrived."""

import asyncio
import hmac
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

import orjson
import structlog
from aiohttp import web

from storage import StoreFault

log = structlog.get_logger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name
Raw = dict[str, Any]


class Webhook:
    """Takes deliveries; those that come while others are being stored share the next commit.

    keep: stores a batch durably and returns when that is done; raises StoreFault.
    on_contact: called when Telegram has delivered something.
    Answers: 200 stored (now or before), 400 no update, 403 wrong secret, 503 not stored: to be repeated.
    """

    def __init__(
        self, secret: str, keep: Callable[[list[Raw]], Awaitable[None]], on_contact: Callable[[], None]
    ) -> None:
        self._secret = secret.encode()
        self._keep = keep
        self._on_contact = on_contact
        self._waiting: list[tuple[Raw, asyncio.Future[bool]]] = []
        self._news = asyncio.Event()

    async def deliver(self, request: web.Request) -> web.Response:
        """Answer one delivery."""
        given = request.headers.get(SECRET_HEADER, "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(given, self._secret):
            log.warning("webhook_refused", reason="secret")
            return web.Response(status=403)
        raw = _update(await request.read())
        if raw is None:
            log.warning("webhook_refused", reason="no update")
            return web.Response(status=400)
        self._on_contact()
        return web.Response(status=200 if await self.store(raw) else 503)

    async def run(self) -> None:
        """Store what is delivered, for ever. Cancelled, it lets the commit at hand end."""
        while True:
            await self._news.wait()
            self._news.clear()
            batch, self._waiting = self._waiting, []
            storing = asyncio.ensure_future(self._store(batch))
            try:
                await asyncio.shield(storing)
            except asyncio.CancelledError:
                await storing
                raise

    async def store(self, raw: Raw) -> bool:
        """Store an update with the next batch; return whether it is there for good."""
        stored: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._waiting.append((raw, stored))
        self._news.set()
        return await stored

    async def _store(self, batch: list[tuple[Raw, asyncio.Future[bool]]]) -> None:
        # The same update may come twice at once; in their order they are handled.
        updates = {raw["update_id"]: raw for raw, _ in batch}
        try:
            await self._keep([updates[number] for number in sorted(updates)])
            stored = True
        except StoreFault as error:
            log.warning("updates could not be stored", error=type(error).__name__)
            stored = False
        except Exception:
            log.exception("webhook_failed")
            stored = False
        for _, waiting in batch:
            if not waiting.done():
                waiting.set_result(stored)


def _update(body: bytes) -> Raw | None:
    """Return the update in a body, None when there is none."""
    with suppress(orjson.JSONDecodeError):
        raw = orjson.loads(body)
        if isinstance(raw, dict) and type(raw.get("update_id")) is int:
            return raw
    return None
