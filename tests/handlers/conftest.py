"""A bot and a rehearsal server in this process, with the demo campaign loaded and four persons bound."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.app import build_app
from bot.settings import Settings
from tests.bot.stores import CAMPAIGN, Templates
from tests.handlers.playing import Play
from tests.rehearsal_client import rehearsing
from tests.rehearsal_world import small_world


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Templates:
    """Filled databases to copy."""
    return Templates(tmp_path_factory.mktemp("templates"))


@pytest.fixture
async def play(templates: Templates, tmp_path: Path) -> AsyncIterator[Play]:
    """The running bot and the persons who talk to it."""
    world, url = small_world(flood=False), templates.sqlite()
    async with rehearsing(tmp_path / "rehearsal", world) as rehearsal:
        settings = Settings(
            bot_token=SecretStr(world.token),
            api_url=rehearsal.url,
            database_url=SecretStr(url),
            campaign=CAMPAIGN,
        )
        async with build_app(settings, rehearsal.url).running():
            yield Play(rehearsal, url)
