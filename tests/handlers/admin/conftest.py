"""The same cast on SQLite and on PostgreSQL."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.bot.plays import playing
from tests.bot.stores import Templates, name_of
from tests.handlers.cast import Cast
from tests.handlers.conftest import HASTY


@pytest.fixture(params=["sqlite", "postgres"])
def filled_url(request: pytest.FixtureRequest, templates: Templates) -> Iterator[str]:
    """A database with the demo campaign, of each kind."""
    if request.param == "sqlite":
        yield templates.sqlite()
        return
    server = request.getfixturevalue("postgres_server")
    url = templates.postgres(server)
    yield url
    server.drop_database(name_of(url))


@pytest.fixture
async def cast(filled_url: str, tmp_path: Path) -> AsyncIterator[Cast]:
    """The persons who talk to a running bot."""
    async with playing(tmp_path, filled_url, HASTY, flood=False, forum=True) as play:
        yield Cast(play)
