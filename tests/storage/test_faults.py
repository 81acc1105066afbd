"""A full disk, a locked database, a lost server: a typed error, nothing half done, and life after it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import count

import psycopg
import pytest

from campaign.actions.drafts import open_draft
from campaign.actions.records import save_draft
from campaign.drafts import Draft, DraftIssue, DraftPractice
from campaign.rhythm import BEGINNING
from storage import Database, StoreBusy, StoreFault, StoreFull, Unit, open_database
from storage.faults import fault_of
from tests.storage.play import NOW, Play

DAY = date(2023, 2, 20)
WRITTEN_BY_A_SAVE = (
    *("draft", "numbers", "contact", "issue", "experience", "tally", "day_tally"),
    *("issue_event", "audit", "inbox"),
)


def _card(play: Play) -> Draft:
    issue, practice = DraftIssue(text="问" * 500), DraftPractice(text="x")
    return play.draft(play.contact("演示甲县", DAY), issues=(issue,), practices=(practice,))


def _nothing_but(play: Play, saved: int) -> None:
    """The store holds so many whole records, and every count agrees."""
    windows = play.windows(DAY)
    assert play.counts(windows)[0].contacts == saved
    assert play.counts(windows) == play.counts(windows, NOW)
    assert play.issues(BEGINNING, DAY).raised == saved
    assert len(play.read(lambda unit: unit.audit.latest(play.id, 99))) == saved


def _set_pages(database: Database, pages: int) -> int:
    database.close()
    driver = database.engine.raw_connection()
    used: int = driver.cursor().execute("PRAGMA page_count").fetchone()[0]
    driver.cursor().execute(f"PRAGMA max_page_count = {pages or used}")
    driver.close()
    return used


def test_a_full_disk_on_sqlite(sqlite_database: Database) -> None:
    play = Play(sqlite_database)
    draft = _card(play)
    used = _set_pages(sqlite_database, 0)
    saved: list[str] = []
    with pytest.raises(StoreFull, match="SQLITE_FULL"):
        _save_for_ever(play, draft, saved)
    _nothing_but(play, len(saved))
    _set_pages(sqlite_database, used * 10)
    play.save(draft)
    _nothing_but(play, len(saved) + 1)


def _save_for_ever(play: Play, draft: Draft, saved: list[str]) -> None:
    saves = (play.save(draft.model_copy(update={"id": f"full-{number}"})) for number in count())
    saved.extend(record.draft_id for record in saves)


@contextmanager
def _failing(play: Play, table: str, state: str) -> Iterator[None]:
    connect = play.database.engine.connect
    with connect() as connection:
        connection.exec_driver_sql(
            "CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '{state}'; END $$"
        )
        connection.exec_driver_sql(
            f"CREATE TRIGGER fail BEFORE INSERT OR UPDATE ON {table} EXECUTE FUNCTION fail()"
        )
    yield
    with connect() as connection:
        connection.exec_driver_sql(f"DROP TRIGGER fail ON {table}")
        connection.exec_driver_sql("DROP FUNCTION fail")


def test_a_full_disk_on_postgresql_at_each_write(postgres_database: Database) -> None:
    play = Play(postgres_database)
    draft = _card(play)

    def save(unit: Unit) -> None:
        actor = play._actor(unit)
        open_draft(unit, actor, draft)
        save_draft(unit, actor, draft.id)
        unit.inbox.mark_done(1, 1)

    for table in WRITTEN_BY_A_SAVE:
        with _failing(play, table, "53100"), pytest.raises(StoreFull, match="53100"):
            play.write(save)
        _nothing_but(play, 0)
    play.write(save)
    _nothing_but(play, 1)


def test_a_locked_sqlite_is_busy_and_then_serves(sqlite_store_url: str, sqlite_database: Database) -> None:
    play = Play(sqlite_database)
    hasty = open_database(sqlite_store_url, busy_seconds=0.02)

    def meanwhile(unit: Unit) -> None:
        unit.conversations.put("a", None, {})
        with pytest.raises(StoreBusy, match="SQLITE_BUSY"):
            hasty.write(lambda other: other.conversations.put("b", None, {}), NOW)
        assert hasty.read(lambda other: other.conversations.get("a"), NOW) is None

    play.write(meanwhile)
    hasty.write(lambda unit: unit.conversations.put("b", None, {}), NOW)
    hasty.close()


def test_a_locked_row_on_postgresql_is_busy(postgres_store_url: str, postgres_database: Database) -> None:
    play = Play(postgres_database)
    draft = _card(play)
    play.save(draft)
    hasty = open_database(postgres_store_url, busy_seconds=0.02)

    def meanwhile(unit: Unit) -> None:
        assert unit.drafts.get(draft.id)
        with pytest.raises(StoreBusy, match="55P03"):
            hasty.write(lambda other: other.drafts.get(draft.id), NOW)

    play.write(meanwhile)
    assert hasty.write(lambda unit: unit.drafts.get(draft.id), NOW)
    hasty.close()


def test_a_lost_server_connection_is_passing(postgres_database: Database) -> None:
    play = Play(postgres_database)

    def cut_off(unit: Unit) -> None:
        with psycopg.connect(unit.people._db._driver.info.dsn, autocommit=True) as other:
            pid = unit.people._db._driver.info.backend_pid
            other.execute("SELECT pg_terminate_backend(%s)", (pid,))
        unit.conversations.put("a", None, {})

    with pytest.raises(StoreBusy):
        play.write(cut_off)
    play.write(lambda unit: unit.conversations.put("a", None, {}))
    assert play.read(lambda unit: unit.conversations.get("a"))


def test_a_server_that_is_not_there_is_passing() -> None:
    database = open_database("postgresql://postgres@/none?host=/nowhere")
    with pytest.raises(StoreBusy):
        database.read(lambda unit: unit.campaigns.all(), NOW)
    database.close()


def test_a_reader_on_postgresql_cannot_write(postgres_database: Database) -> None:
    with pytest.raises(StoreFault, match="25006"):
        postgres_database.read(lambda unit: unit.conversations.put("a", None, {}), NOW)


def test_a_database_without_tables_is_a_fault(database_url: str) -> None:
    database = open_database(database_url)
    with pytest.raises(StoreFault):
        database.read(lambda unit: unit.campaigns.all(), NOW)
    database.close()


def test_a_fault_says_nothing_of_what_was_stored(database: Database) -> None:
    play = Play(database)
    draft = _card(play).model_copy(update={"campaign_id": "elsewhere"})
    with pytest.raises(StoreFault) as caught:
        play.write(lambda unit: unit.drafts.put(draft, NOW))
    assert "问" not in str(caught.value)
    assert draft.id not in str(caught.value)


@pytest.mark.parametrize(
    ("state", "kind"),
    [
        ("53100", StoreFull),
        ("53200", StoreFull),
        ("53300", StoreBusy),
        ("40001", StoreBusy),
        ("40P01", StoreBusy),
        ("57P01", StoreBusy),
        ("08006", StoreBusy),
        ("58030", StoreFault),
        ("25006", StoreFault),
        ("23505", StoreFault),
    ],
)
def test_states_of_postgresql(state: str, kind: type[StoreFault]) -> None:
    error = psycopg.errors.lookup(state)("secret text")
    assert type(fault_of(error)) is kind
    assert "secret" not in str(fault_of(error))


def test_errors_without_a_code() -> None:
    assert type(fault_of(psycopg.OperationalError())) is StoreBusy
    assert type(fault_of(psycopg.DataError("NUL"))) is StoreFault
    assert type(fault_of(sqlite3.ProgrammingError("x"))) is StoreFault
