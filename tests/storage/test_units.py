"""Units of work: kept as a whole or not at all, one after the other, each on one view of the data."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier

import pytest

from storage import Database, Unit, open_database
from storage.conversations import ConversationRow
from tests.storage.play import NOW


class ChangedMindError(Exception):
    pass


def test_what_was_written_is_read_by_the_next_unit(database: Database) -> None:
    database.write(lambda unit: unit.conversations.put("a", "asking", {"县": "甲"}), NOW)
    assert database.read(lambda unit: unit.conversations.get("a"), NOW) == ConversationRow(
        "asking", {"县": "甲"}
    )


def test_an_exception_forgets_everything(database: Database) -> None:
    def work(unit: Unit) -> None:
        unit.conversations.put("a", None, {})
        unit.outbox.owe("k", 1, "kind", {}, NOW)
        raise ChangedMindError

    with pytest.raises(ChangedMindError):
        database.write(work, NOW)
    assert database.read(lambda unit: unit.conversations.get("a"), NOW) is None
    assert database.read(lambda unit: unit.outbox.next_due(), NOW) is None


def test_a_connection_serves_again_after_an_exception(database: Database) -> None:
    for _ in range(20):
        with pytest.raises(ChangedMindError):
            database.write(lambda _: (_ for _ in ()).throw(ChangedMindError), NOW)
    database.write(lambda unit: unit.conversations.put("a", None, {}), NOW)
    assert database.engine.pool.status().count("Current Checked out connections: 0")


def test_reading_keeps_nothing(sqlite_database: Database) -> None:
    sqlite_database.read(lambda unit: unit.conversations.put("a", None, {}), NOW)
    assert sqlite_database.read(lambda unit: unit.conversations.get("a"), NOW) is None


def test_a_reader_sees_one_moment(database: Database) -> None:
    def work(unit: Unit) -> tuple[object, object]:
        before = unit.conversations.get("a")
        database.write(lambda other: other.conversations.put("a", None, {}), NOW)
        return before, unit.conversations.get("a")

    assert database.read(work, NOW) == (None, None)
    assert database.read(lambda unit: unit.conversations.get("a"), NOW)


def test_writers_at_once_lose_nothing(database: Database) -> None:
    together = Barrier(4)

    def put(key: str, unit: Unit) -> None:
        unit.conversations.put(key, None, {})

    def one_more(unit: Unit) -> None:
        row = unit.conversations.get("n")
        unit.conversations.put("n", None, {"n": row.data["n"] + 1 if row else 1})

    def writer(place: int) -> None:
        together.wait()
        for number in range(10):
            database.write(partial(put, f"{place}-{number}"), NOW)
            if database.kind == "sqlite":
                database.write(one_more, NOW)

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(writer, range(4)))
    keys = [f"{place}-{number}" for place in range(4) for number in range(10)]
    assert all(database.read(lambda unit: [unit.conversations.get(key) for key in keys], NOW))
    if database.kind == "sqlite":
        assert database.read(lambda unit: unit.conversations.get("n"), NOW) == ConversationRow(
            None, {"n": 40}
        )


def test_sqlite_survives_a_power_cut(sqlite_database: Database) -> None:
    def pragmas(unit: Unit) -> list[object]:
        driver = unit.people._db._driver
        names = ("journal_mode", "synchronous", "foreign_keys")
        return [driver.execute(f"PRAGMA {name}").fetchone()[0] for name in names]

    assert sqlite_database.read(pragmas, NOW) == ["wal", 2, 1]


def test_writers_in_threads(database: Database, sqlite_database: Database) -> None:
    assert sqlite_database.threads == 1
    assert database.threads == (1 if database.kind == "sqlite" else 8)


@pytest.mark.parametrize("url", ["mysql://localhost/x", "sqlite://", "sqlite:///:memory:"])
def test_another_kind_of_database_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match=r"mysql|without a file"):
        open_database(url)
