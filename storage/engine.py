"""Engines whose transactions are begun and ended by hand, on SQLite and on PostgreSQL."""

from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url

_BUSY_SECONDS = 10
_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    f"PRAGMA busy_timeout={_BUSY_SECONDS * 1000}",
    "PRAGMA cache_size=-32000",
)


def make_engine(url: str) -> Engine:
    """Return an engine; nothing is opened yet. Raises ValueError for another kind of database."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        engine = create_engine(address, max_overflow=-1)
        event.listen(engine, "connect", _prepare_sqlite)
    elif address.get_backend_name() == "postgresql":
        engine = create_engine(address.set(drivername="postgresql+psycopg"))
        event.listen(engine, "connect", _prepare_postgresql)
    else:
        raise ValueError(f"neither SQLite nor PostgreSQL: {address.drivername}")
    return engine


def _prepare_sqlite(driver: Any, _record: Any) -> None:
    # None turns off the module's own BEGIN, which would come too late and be a deferred one.
    driver.isolation_level = None
    for pragma in _PRAGMAS:
        driver.execute(pragma)


def _prepare_postgresql(driver: Any, _record: Any) -> None:
    driver.autocommit = True
    driver.execute(f"SET lock_timeout = '{_BUSY_SECONDS}s'")
