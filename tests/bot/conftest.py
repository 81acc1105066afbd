"""Filled databases of both kinds for the tests of the running bot."""

import io
import logging
from collections.abc import Iterator

import pytest
import structlog

from bot.logs import set_up_logging
from bot.settings import LogFormat
from tests.bot.stores import Templates, name_of
from tests.postgres import PostgresServer


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Templates:
    """Where filled databases are copied from."""
    return Templates(tmp_path_factory.mktemp("templates"))


@pytest.fixture
def filled_sqlite(templates: Templates) -> str:
    """A filled SQLite database."""
    return templates.sqlite()


@pytest.fixture
def filled_postgres(postgres_server: PostgresServer, templates: Templates) -> Iterator[str]:
    """A filled PostgreSQL database."""
    url = templates.postgres(postgres_server)
    yield url
    postgres_server.drop_database(name_of(url))


@pytest.fixture(params=["sqlite", "postgres"])
def filled(request: pytest.FixtureRequest) -> str:
    """Both kinds in turn."""
    url: str = request.getfixturevalue(f"filled_{request.param}")
    return url


@pytest.fixture
def logged() -> Iterator[io.StringIO]:
    """The log as the running program writes it, in JSON."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    stream = io.StringIO()
    set_up_logging(LogFormat.JSON, "INFO", stream)
    yield stream
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()
