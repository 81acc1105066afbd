"""Databases that refuse: full, locked, or with a fault in the program."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import event, text

from storage import Database, Unit
from tests.bot.stores import BOT, opened

T = TypeVar("T")
_FULL_ON_POSTGRES = """
CREATE OR REPLACE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$
"""


@contextmanager
def no_room(database: Database, table: str = "inbox", change: str = "INSERT") -> Iterator[None]:
    """Let nothing grow: SQLite may use no further page, PostgreSQL says so at a change of a table."""
    fill = _sqlite_is_full if database.kind == "sqlite" else _postgres_is_full
    with fill(database, table, change):
        yield


@contextmanager
def _sqlite_is_full(database: Database, _table: str, _change: str) -> Iterator[None]:
    # One page: never below what there is already.
    with _told(database, "PRAGMA max_page_count = 1", "PRAGMA max_page_count = 1073741823"):
        yield


@contextmanager
def _postgres_is_full(database: Database, table: str, change: str) -> Iterator[None]:
    trigger = f"CREATE TRIGGER full BEFORE {change} ON {table} FOR EACH ROW EXECUTE FUNCTION no_room()"
    _run(database, _FULL_ON_POSTGRES, trigger.replace("full", "is_full"))
    try:
        yield
    finally:
        _run(database, f"DROP TRIGGER is_full ON {table}")


@contextmanager
def locked(database: Database) -> Iterator[None]:
    """Hold every writer up, as another program would; the bot's own waits are short here."""

    other = opened(database.engine.url.render_as_string(hide_password=False))
    holding = other.engine.raw_connection()
    for statement in _LOCKED[database.kind]:
        holding.cursor().execute(statement)
    try:
        with _told(database, *_IMPATIENT[database.kind]):
            yield
    finally:
        holding.rollback()
        holding.close()
        other.close()


@contextmanager
def _told(database: Database, then: str, afterwards: str) -> Iterator[None]:
    """Tell every connection something when it is next used, and something else after the block."""
    words = [then]

    def tell(driver: Any, _record: Any, _proxy: Any) -> None:
        driver.execute(words[-1])

    event.listen(database.engine, "checkout", tell)
    try:
        yield
    finally:
        words.append(afterwards)


_IMPATIENT = {
    "sqlite": ("PRAGMA busy_timeout = 50", "PRAGMA busy_timeout = 10000"),
    "postgresql": ("SET lock_timeout = '50ms'", "SET lock_timeout = '10s'"),
}
_LOCKED = {"sqlite": ["BEGIN IMMEDIATE"], "postgresql": ["BEGIN", "LOCK TABLE inbox IN EXCLUSIVE MODE"]}


class Faulty:
    """A database in which the program trips over whatever would do an update that contains some words."""

    def __init__(self, database: Database, words: str) -> None:
        self._database = database
        self._words = words.encode()
        self.tripped = 0

    def write(self, work: Callable[[Unit], T], now: datetime) -> T:
        return self._database.write(lambda unit: self._trip(unit, work), now)

    def _trip(self, unit: Unit, work: Callable[[Unit], T]) -> T:
        result = work(unit)
        if any(row.done and self._words in row.payload for row in unit.inbox.pending(BOT)):
            self.tripped += 1
            raise ZeroDivisionError
        return result

    def __getattr__(self, name: str) -> Any:
        return getattr(self._database, name)


def _run(database: Database, *statements: str) -> None:
    with database.engine.connect() as connection:
        for statement in statements:
            connection.execute(text(statement))
        connection.commit()
