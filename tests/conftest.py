"""Fixtures that every test may ask for: databases of its own, on SQLite and on PostgreSQL."""

from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from coverage import Coverage

from tests.postgres import PostgresServer, start_postgres

# Where the second database takes branches of its own.
DIALECTS = "storage"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Leave uncounted what runs the same branches again: counting them doubles the time of a test.

    A test that runs on both databases is counted on SQLite, in `DIALECTS` on both.
    """
    counting = Coverage.current() if runs_again(item) else None
    if counting is None:
        return (yield)
    counting.stop()
    try:
        return (yield)
    finally:
        counting.start()


def runs_again(item: pytest.Item) -> bool:
    """Return whether a test has run the same branches on the other database."""
    if not isinstance(item, pytest.Function) or DIALECTS in item.path.parts:
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
