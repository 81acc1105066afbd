"""A bot and a rehearsal server in this process, with the demo campaign loaded and four persons bound."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.pacing import Limits
from bot.windows import Limit
from tests.bot.plays import QUICK, playing
from tests.bot.stores import Templates, name_of
from tests.handlers.cast import Cast
from tests.postgres import PostgresServer


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Templates:
    """Filled databases to copy."""
    return Templates(tmp_path_factory.mktemp("templates"))


# The rehearsal's own flood control is off, and people in a play do not wait for one another.
HASTY = replace(QUICK, limits=Limits(Limit(10_000, 1.0), Limit(10_000, 1.0), Limit(10_000, 1.0)))


@pytest.fixture
async def cast(templates: Templates, tmp_path: Path) -> AsyncIterator[Cast]:
    """The persons who talk to a running bot."""
    async with playing(tmp_path, templates.sqlite(), HASTY, flood=False) as play:
        yield Cast(play)


@pytest.fixture(params=["sqlite", "postgres"])
async def cast_on_both(
    request: pytest.FixtureRequest, templates: Templates, tmp_path: Path
) -> AsyncIterator[Cast]:
    """The same on each kind of database; a module whose plays write much names it `cast`."""
    server: PostgresServer | None = None
    if request.param == "postgres":
        server = request.getfixturevalue("postgres_server")
    url = templates.postgres(server) if server else templates.sqlite()
    async with playing(tmp_path, url, HASTY, flood=False) as play:
        yield Cast(play)
    if server:
        server.drop_database(name_of(url))
