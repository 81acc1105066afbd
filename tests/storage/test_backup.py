"""A backup taken while somebody writes, and a restore that puts everything back or nothing."""

from pathlib import Path

import pytest

from storage import Database, NotABackup, NotOffered
from storage.backup import backup, restore
from tests.storage.play import NOW, Play


def test_a_backup_brings_everything_back(
    sqlite_database: Database, sqlite_store_url: str, tmp_path: Path
) -> None:
    play = Play(sqlite_database)
    record = play.log("演示甲县", NOW.date())
    file = tmp_path / "backup.sqlite3"
    backup(sqlite_store_url, file)
    play.log("演示乙县", NOW.date())
    sqlite_database.close()
    restore(sqlite_store_url, file)
    assert play.read(lambda unit: unit.records.of_draft(record.draft_id)) == record
    counts = play.counts(play.windows(NOW.date()))
    assert [row.contacts for row in counts] == [1, 0, 0]


def test_a_backup_sees_only_what_was_committed(
    sqlite_database: Database, sqlite_store_url: str, tmp_path: Path
) -> None:
    def half_way(unit: object) -> None:
        sqlite_database.read(lambda other: other.clock.journal(), NOW)
        backup(sqlite_store_url, tmp_path / "backup.sqlite3")

    sqlite_database.write(half_way, NOW)
    assert (tmp_path / "backup.sqlite3").exists()


def test_a_file_that_is_there_is_not_overwritten(sqlite_store_url: str, tmp_path: Path) -> None:
    file = tmp_path / "precious"
    file.write_text("x")
    with pytest.raises(FileExistsError):
        backup(sqlite_store_url, file)
    assert file.read_text() == "x"


@pytest.mark.parametrize("content", [b"", b"not a database at all, but long enough to be read as one" * 20])
def test_what_is_no_backup_is_refused(
    sqlite_database: Database, sqlite_store_url: str, tmp_path: Path, content: bytes
) -> None:
    play = Play(sqlite_database)
    file = tmp_path / "other"
    file.write_bytes(content)
    with pytest.raises(NotABackup):
        restore(sqlite_store_url, file)
    assert play.plan.definition == play.definition


def test_postgresql_has_tools_of_its_own(postgres_store_url: str, tmp_path: Path) -> None:
    with pytest.raises(NotOffered, match="pg_dump"):
        backup(postgres_store_url, tmp_path / "b")
    with pytest.raises(NotOffered, match="pg_restore"):
        restore(postgres_store_url, tmp_path / "b")
