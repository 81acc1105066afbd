"""A bot and a rehearsal server in this process, with the demo campaign loaded and four persons bound."""

import shutil
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.pacing import Limits
from bot.windows import Limit
from campaign.vocabulary import Role
from tests.bot.plays import QUICK, playing
from tests.bot.stores import Templates, name_of
from tests.handlers.campaigns import fill
from tests.handlers.cast import Cast
from tests.postgres import PostgresServer
from tests.rehearsal_world import ADMIN, ANNA, BO, LEADER


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


@pytest.fixture(scope="session")
def anhui_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with Anhui's rules and roster; a department, 推进组 and an observer are bound."""
    file = tmp_path_factory.mktemp("anhui") / "store.sqlite3"
    posts = {
        ADMIN: ("演示管理员", Role.ADMIN),
        LEADER: ("演示推进组组长", Role.PROMOTION),
        ANNA: ("组织部", Role.DEPARTMENT),
        BO: ("演示观察员", Role.OBSERVER),
    }
    fill(f"sqlite:///{file}", "anhui-2022", posts)
    return file


@pytest.fixture
async def anhui(anhui_file: Path, tmp_path: Path) -> AsyncIterator[Cast]:
    """The persons of the rehearsal in Anhui's campaign."""
    copy = shutil.copy(anhui_file, tmp_path / "anhui.sqlite3")
    async with playing(tmp_path, f"sqlite:///{copy}", HASTY, flood=False) as play:
        yield Cast(play)
