"""Bring a database to this version's form, or back; also from an installed wheel."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, event, make_url
from sqlalchemy.pool import NullPool

from storage.tables import metadata


def upgrade(url: str, revision: str = "head") -> None:
    """Bring a database up to a revision; a new one gets every table."""
    with _connected(url) as connection:
        command.upgrade(_config(connection), revision)


def downgrade(url: str, revision: str) -> None:
    """Take a database back to a revision; "base" drops every table."""
    with _connected(url) as connection:
        command.downgrade(_config(connection), revision)


def check(url: str) -> bool:
    """Return whether a database has exactly this version's form."""
    return current(url) == head()


def current(url: str) -> str | None:
    """Return a database's revision, None for an empty one."""
    with _connected(url) as connection:
        return MigrationContext.configure(connection).get_current_revision()


def head() -> str | None:
    """Return the newest revision that this version knows."""
    return ScriptDirectory.from_config(_config()).get_current_head()


def knows(revision: str) -> bool:
    """Return whether a revision is one of this version's; a newer version has others."""
    return any(
        script.revision == revision for script in ScriptDirectory.from_config(_config()).walk_revisions()
    )


def differences(url: str) -> list[Any]:
    """Return in what a database differs from the tables as declared; empty when in nothing."""
    with _connected(url) as connection:
        return list(compare_metadata(MigrationContext.configure(connection), metadata))


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


@contextmanager
def _connected(url: str) -> Iterator[Connection]:
    """Open one transaction: a revision that fails half-way leaves nothing behind, on SQLite too."""
    address = make_url(url)
    sqlite = address.get_backend_name() == "sqlite"
    engine = create_engine(
        address if sqlite else address.set(drivername="postgresql+psycopg"), poolclass=NullPool
    )
    if sqlite:
        event.listen(engine, "connect", _by_hand)
        event.listen(engine, "begin", _begin)
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def _by_hand(driver: Any, _record: Any) -> None:
    driver.isolation_level = None
    driver.execute("PRAGMA busy_timeout=10000")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
