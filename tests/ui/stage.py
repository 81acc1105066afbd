"""The demo campaign played in a browser: the real bot and the rehearsal server in this process."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.async_api import Browser, Page

from bot.app import build_app
from bot.playing.cast import ADMIN_ID, APPROVED_GROUP_ID, STRANGER_ID, TOKEN, Cast
from bot.playing.prepare import Play, database_url
from bot.settings import Settings
from tests.bot.plays import QUICK
from tests.rehearsal_client import Player, Rehearsal, rehearsing
from tests.ui.tabs import OpenPage, opening

ADMIN, STRANGER, UNBOUND = "演示管理员", "演示路人", "演示调研员四"
# Who looks after 修水县, where nobody has been when the rehearsal begins.
LEADER, CONTACT_PERSON = "演示常务副主席", "演示经审办主任"
OUTSIDE = {ADMIN: ADMIN_ID, STRANGER: STRANGER_ID}


@dataclass(frozen=True)
class Stage:
    """A rehearsal that begins, and tabs on it."""

    rehearsal: Rehearsal
    cast: Cast
    tab: OpenPage

    def number(self, name: str) -> int:
        """Somebody's Telegram id."""
        return OUTSIDE.get(name) or self.cast.account_of(name)

    def player(self, name: str) -> Player:
        """Somebody who plays without a browser."""
        return self.rehearsal.player(self.number(name))

    async def alone(self, name: str, *, narrow: bool = False) -> Page:
        """A tab on somebody's own chat with the bot."""
        return await self.tab(f"#{self.number(name)}", narrow=narrow)

    async def in_group(self, name: str, *, narrow: bool = False) -> Page:
        """A tab on 专班群, with somebody speaking."""
        return await self.tab(f"#{APPROVED_GROUP_ID}@{self.number(name)}", narrow=narrow)


@asynccontextmanager
async def staged(browser: Browser, play: Play, state: Path) -> AsyncIterator[Stage]:
    """Start server and bot on a prepared database in a folder; end the bot first."""
    world = play.cast.world(play.start, play.definition.zone)
    async with rehearsing(state / "stage", world) as rehearsal:
        settings = Settings(
            bot_token=TOKEN, api_url=rehearsal.url, database_url=database_url(state),
            campaign=play.definition.id)  # fmt: skip
        app = build_app(settings, rehearsal.url, QUICK)
        async with opening(browser, rehearsal.url) as tab, app.running():
            yield Stage(rehearsal, play.cast, tab)
