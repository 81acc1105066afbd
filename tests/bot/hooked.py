"""The bot at work behind a webhook: the rehearsal server delivers, a test may deliver too."""

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import aiohttp

from bot.app import build_app
from bot.settings import Settings
from bot.tempo import Tempo
from bot.webhook import SECRET_HEADER
from tests.bot.plays import QUICK, Play, settings_for
from tests.rehearsal_client import rehearsing
from tests.rehearsal_world import small_world

SECRET = "rehearsal-secret-1"


def free_address() -> str:
    """Return an address on this machine where nobody listens at the moment."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return f"127.0.0.1:{taken.getsockname()[1]}"


def webhook_settings(api_url: str, database_url: str, **more: Any) -> Settings:
    address = free_address()
    hook = {"webhook_url": f"http://{address}/telegram", "webhook_secret": SECRET, "listen": address}
    return settings_for(api_url, database_url, **{**hook, **more})


@dataclass(frozen=True)
class Door:
    """The bot's own port."""

    url: str
    session: aiohttp.ClientSession

    async def deliver(self, update: Any, secret: str | None = SECRET) -> int:
        """Deliver as Telegram does; return the status."""
        headers = {} if secret is None else {SECRET_HEADER: secret}
        body: dict[str, Any] = {"data": BytesIO(update)} if isinstance(update, bytes) else {"json": update}
        async with self.session.post(f"{self.url}/telegram", headers=headers, **body) as answer:
            return answer.status

    async def get(self, path: str) -> tuple[int, str]:
        async with self.session.get(f"{self.url}{path}") as answer:
            return answer.status, await answer.text()


@asynccontextmanager
async def at_the_door(settings: Settings) -> AsyncIterator[Door]:
    async with aiohttp.ClientSession() as session:
        yield Door(f"http://{settings.listen}", session)


@asynccontextmanager
async def hooked(
    state: Path, database_url: str, tempo: Tempo = QUICK, **more: Any
) -> AsyncIterator[tuple[Play, Door]]:
    """Start both; end the bot first."""
    async with rehearsing(state, small_world(flood=False)) as rehearsal:
        settings = webhook_settings(rehearsal.url, database_url, **more)
        app = build_app(settings, rehearsal.url, tempo)
        async with at_the_door(settings) as door, app.running():
            await rehearsal.clock.followed()
            yield Play(rehearsal, app, database_url), door
