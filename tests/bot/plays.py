"""The bot and the rehearsal server in one process: what a person does goes over HTTP both ways."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bot.app import App, build_app
from bot.pacing import Limits
from bot.pauses import Pauses
from bot.settings import Settings
from bot.tempo import Tempo
from bot.windows import Limit
from tests.rehearsal_client import Player, Rehearsal, rehearsing
from tests.rehearsal_world import small_world

QUICK = Tempo(poll=20, answer=5.0, pauses=Pauses(0.01, 0.05), closing=2.0)
_ANY = Limit(10_000, 1.0)
UNPACED = replace(QUICK, limits=Limits(_ANY, _ANY, _ANY))
"""For plays with the server's flood limits off."""


@dataclass(frozen=True)
class Play:
    """A rehearsal, and the bot that plays in it."""

    rehearsal: Rehearsal
    app: App
    database_url: str

    def player(self, person: int) -> Player:
        return self.rehearsal.player(person)


def settings_for(api_url: str, database_url: str, **more: Any) -> Settings:
    token = small_world().token
    return Settings(bot_token=token, api_url=api_url, database_url=database_url, **more)


@asynccontextmanager
async def playing(state: Path, database_url: str, tempo: Tempo = QUICK, **world: Any) -> AsyncIterator[Play]:
    """Start both; end the bot first."""
    async with rehearsing(state, small_world(**world)) as rehearsal:
        app = build_app(settings_for(rehearsal.url, database_url), rehearsal.url, tempo)
        async with app.running():
            await rehearsal.clock.followed()
            yield Play(rehearsal, app, database_url)
