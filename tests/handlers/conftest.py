"""A bot and a rehearsal server in this process, with the demo campaign loaded and four persons bound."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.bot.plays import playing
from tests.bot.stores import Templates
from tests.handlers.cast import Cast


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Templates:
    """Filled databases to copy."""
    return Templates(tmp_path_factory.mktemp("templates"))


@pytest.fixture
async def cast(templates: Templates, tmp_path: Path) -> AsyncIterator[Cast]:
    """The persons who talk to a running bot."""
    async with playing(tmp_path, templates.sqlite(), flood=False) as play:
        yield Cast(play)
