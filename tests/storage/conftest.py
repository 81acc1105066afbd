"""A store of its own for each test, on SQLite and on PostgreSQL, copied from one that was migrated once."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from campaign.workdays import WorkCalendar
from storage import Database, open_database
from storage.migrate import upgrade
from tests.campaign.plans import TABLES
from tests.postgres import PostgresServer
from tests.storage.play import Play


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("migrated") / "store.sqlite3"
    upgrade(f"sqlite:///{file}")
    return file


@pytest.fixture
def sqlite_store_url(migrated_file: Path, tmp_path: Path) -> str:
    file = tmp_path / "store.sqlite3"
    shutil.copy(migrated_file, file)
    return f"sqlite:///{file}"


@pytest.fixture
def postgres_store_url(postgres_server: PostgresServer) -> Iterator[str]:
    name = postgres_server.create_database(postgres_server.template("migrated_store", upgrade))
    yield postgres_server.url(name)
    postgres_server.drop_database(name)


@pytest.fixture(params=["sqlite", "postgres"])
def store_url(request: pytest.FixtureRequest) -> str:
    url: str = request.getfixturevalue(f"{request.param}_store_url")
    return url


@pytest.fixture
def database(store_url: str) -> Iterator[Database]:
    opened = open_database(store_url, calendar=WorkCalendar(TABLES))
    yield opened
    opened.close()


@pytest.fixture
def sqlite_database(sqlite_store_url: str) -> Iterator[Database]:
    opened = open_database(sqlite_store_url, calendar=WorkCalendar(TABLES))
    yield opened
    opened.close()


@pytest.fixture
def postgres_database(postgres_store_url: str) -> Iterator[Database]:
    opened = open_database(postgres_store_url, calendar=WorkCalendar(TABLES))
    yield opened
    opened.close()


@pytest.fixture
def play(database: Database) -> Play:
    """Jiujiang's rules and three counties, with one contact person bound."""
    return Play(database)
