"""Is the process alive, and is it of use? Answers for health checks; they name no secret and no person."""

import asyncio

import structlog
from aiohttp import web

from bot.pulse import ALIVE_SECONDS, Pulse
from storage import Database
from storage.revision import NEWEST

log = structlog.get_logger(__name__)

DATABASE_SECONDS = 5.0


class Health:
    """Answers /healthz and /readyz; the database is looked at anew each time."""

    def __init__(self, database: Database, pulse: Pulse) -> None:
        self._database = database
        self._pulse = pulse

    async def alive(self, _request: web.Request) -> web.Response:
        """The event loop turns: 200."""
        return web.json_response({"alive": True})

    async def ready(self, _request: web.Request) -> web.Response:
        """200 when the database has this version's form and Telegram was heard of lately, else 503."""
        age = self._pulse.age()
        found = {"database": await self._is_current(), "telegram": age is not None and age <= ALIVE_SECONDS}
        return web.json_response(found, status=200 if all(found.values()) else 503)

    async def _is_current(self) -> bool:
        try:
            async with asyncio.timeout(DATABASE_SECONDS):
                return await asyncio.to_thread(self._look)
        except Exception as error:  # noqa: BLE001 - whatever the driver says, the database is out of reach
            log.warning("database_out_of_reach", error=type(error).__name__)
            return False

    def _look(self) -> bool:
        return self._database.revision() == NEWEST
