"""Engines whose transactions are begun and ended by hand, on SQLite and on PostgreSQL."""

from functools import partial
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url

_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA cache_size=-8000",
)


def make_engine(url: str, busy_seconds: float) -> Engine:
    """Return an engine, not yet opened, that waits so long for locks; raise ValueError for another kind."""
    milliseconds = round(busy_seconds * 1000)
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        if address.database in {None, "", ":memory:"}:
            raise ValueError("SQLite without a file: each thread would see a database of its own")
        engine = create_engine(address, max_overflow=-1)
        event.listen(engine, "connect", partial(_prepare_sqlite, milliseconds))
    elif address.get_backend_name() == "postgresql":
        engine = create_engine(address.set(drivername="postgresql+psycopg"))
        event.listen(engine, "connect", partial(_prepare_postgresql, milliseconds))
    else:
        raise ValueError(f"neither SQLite nor PostgreSQL: {address.drivername}")
    return engine


def _prepare_sqlite(milliseconds: int, driver: Any, _record: Any) -> None:
    # None turns off the module's own BEGIN, which would come too late and be a deferred one.
    driver.isolation_level = None
    for pragma in (*_PRAGMAS, f"PRAGMA busy_timeout={milliseconds}"):
        driver.execute(pragma)


def _prepare_postgresql(milliseconds: int, driver: Any, _record: Any) -> None:
    driver.autocommit = True
    driver.execute(f"SET lock_timeout = {milliseconds}")
