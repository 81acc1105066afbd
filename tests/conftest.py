"""Fixtures that every test may ask for: databases of its own, on SQLite and on PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.postgres import PostgresServer, start_postgres

# What is played through the whole bot in these folders is played on SQLite first.
PLAYS = ("tests/handlers/", "tests/bot/")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Make the same plays on PostgreSQL longer plays: they run the same branches again."""
    for item in items:
        if plays_again(item):
            item.add_marker("long")


def plays_again(item: pytest.Item) -> bool:
    """Return whether a play has been played on the other database."""
    if not isinstance(item, pytest.Function) or not item.nodeid.startswith(PLAYS):
        return False
    return hasattr(item, "callspec") and "postgres" in item.callspec.params.values()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """One server for the session (for each worker, when the tests are spread)."""
    server = start_postgres()
    yield server
    server.stop()


@pytest.fixture
def postgres_url(postgres_server: PostgresServer) -> Iterator[str]:
    """An empty PostgreSQL database, dropped after the test."""
    name = postgres_server.create_database()
    yield postgres_server.url(name)
    postgres_server.drop_database(name)


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """A SQLite file that does not exist yet."""
    return f"sqlite:///{tmp_path / 'liaison.sqlite3'}"


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    """Both kinds in turn: a test that asks for this runs twice."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url
