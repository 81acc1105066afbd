"""Units of work on one database: begun as reading or as writing, ended by one commit or none."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Engine, String, column, select, table

from campaign.workdays import WorkCalendar
from storage.campaigns import Plans
from storage.connection import Connection
from storage.engine import make_engine
from storage.faults import fault_of
from storage.statements import Statements
from storage.unit import Unit

T = TypeVar("T")
_POOL = 8
_REVISION = select(column("version_num", String)).select_from(table("alembic_version"))


class Database:
    """Runs units of work; blocking, and safe to use from several threads.

    `threads` is how many writers get anywhere at once: one on SQLite, a few on PostgreSQL.
    """

    def __init__(self, engine: Engine, calendar: WorkCalendar, bot_id: int = 0) -> None:
        self.engine = engine
        self.kind = engine.dialect.name
        self.threads = 1 if self.kind == "sqlite" else _POOL
        self._bot_id = bot_id
        self._plans = Plans(calendar)
        self._statements = Statements(engine.dialect)
        self._begin = _BEGIN[self.kind]
        self._driver_error: type[Exception] = engine.dialect.loaded_dbapi.Error

    def write(self, work: Callable[[Unit], T], now: datetime) -> T:
        """Run `work` and commit once; on any exception nothing is kept.

        Raises what `work` raises, StoreFull, StoreBusy (the same may succeed later) and StoreFault.
        """
        with self._transaction(writes=True) as connection:
            return work(Unit(connection, now, self._plans, self._bot_id))

    def read(self, work: Callable[[Unit], T], now: datetime) -> T:
        """Run `work` on one unchanging view of the data; whatever it may write is dropped."""
        with self._transaction(writes=False) as connection:
            return work(Unit(connection, now, self._plans, self._bot_id))

    def revision(self) -> str | None:
        """Return the form that the tables have; raise StoreFault when the database cannot say."""
        with self._transaction(writes=False) as connection:
            revision: str | None = connection.value(_REVISION)
        return revision

    def close(self) -> None:
        """Close every connection; the object may be used again."""
        self.engine.dispose()

    @contextmanager
    def _transaction(self, *, writes: bool) -> Iterator[Connection]:
        try:
            pooled = self.engine.raw_connection()
            try:
                with _ended(pooled.driver_connection, keep=writes) as driver:
                    driver.execute(self._begin[writes])
                    yield Connection(driver, self._statements, writes=writes)
            finally:
                pooled.close()
        except self._driver_error as error:
            raise fault_of(error) from error


@contextmanager
def _ended(driver: Any, *, keep: bool) -> Iterator[Any]:
    kept = False
    try:
        yield driver
        if keep:
            driver.commit()
            kept = True
    finally:
        if not kept:
            driver.rollback()


_BEGIN = {
    "sqlite": ("BEGIN", "BEGIN IMMEDIATE"),
    "postgresql": ("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", "BEGIN"),
}


def open_database(
    url: str, *, calendar: WorkCalendar | None = None, bot_id: int = 0, busy_seconds: float = 10
) -> Database:
    """Return the database at a URL (sqlite:///FILE or postgresql://...); it is opened at its first use.

    `calendar` is for the plans of campaigns; accounts are bound to people for each `bot_id` apart;
    `busy_seconds` is how long to wait for another writer before StoreBusy.
    Raises ValueError for another kind of database.
    """
    return Database(make_engine(url, busy_seconds), calendar or WorkCalendar(), bot_id)
