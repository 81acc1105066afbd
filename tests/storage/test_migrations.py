"""Up, down and up again; and what migrations make is what the tables declare."""

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.exc import DatabaseError

from storage import migrate
from storage.revision import NEWEST
from storage.tables import metadata


def _tables(url: str) -> set[str]:
    engine = create_engine(url)
    names = set(inspect(engine).get_table_names())
    engine.dispose()
    return names


def test_up_down_up(database_url: str) -> None:
    assert not migrate.check(database_url)
    migrate.upgrade(database_url)
    assert _tables(database_url) == {*metadata.tables, "alembic_version"}
    migrate.downgrade(database_url, "base")
    assert _tables(database_url) == {"alembic_version"}
    assert migrate.current(database_url) is None
    migrate.upgrade(database_url)
    assert migrate.check(database_url)
    assert migrate.current(database_url) == migrate.head() == NEWEST


def test_up_twice_is_up_once(database_url: str) -> None:
    migrate.upgrade(database_url)
    migrate.upgrade(database_url)
    assert migrate.check(database_url)


def test_models_equal_migrations(database_url: str) -> None:
    migrate.upgrade(database_url)
    assert migrate.differences(database_url) == []


def test_indexes_equal_migrations_with_their_conditions(database_url: str) -> None:
    migrated, declared = database_url, database_url
    migrate.upgrade(migrated)
    by_migration = _indexes(migrated)
    migrate.downgrade(migrated, "base")
    engine = create_engine(declared)
    metadata.create_all(engine)
    engine.dispose()
    assert _indexes(declared) == by_migration


def _indexes(url: str) -> set[str]:
    engine = create_engine(url)
    source = (
        "SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        if engine.dialect.name == "sqlite"
        else "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'alembic_version'"
    )
    with engine.connect() as connection:
        found = set(connection.execute(text(source)).scalars())
    engine.dispose()
    return found


def test_a_difference_is_told(database_url: str) -> None:
    migrate.upgrade(database_url)
    engine = create_engine(database_url)
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE audit ADD COLUMN surplus integer"))
    engine.dispose()
    assert "surplus" in str(migrate.differences(database_url))


def test_an_upgrade_that_fails_leaves_nothing(database_url: str) -> None:
    engine = create_engine(database_url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE outbox (id integer)"))
    with pytest.raises(DatabaseError):
        migrate.upgrade(database_url)
    engine.dispose()
    assert _tables(database_url) == {"outbox"}


def test_every_table_but_the_bots_own_says_whose_it_is() -> None:
    without = {name for name, table in metadata.tables.items() if "campaign_id" not in table.c}
    assert without == {"campaign", "inbox", "conversation", "clock", "invite_tries"}


def test_migrations_are_found_from_anywhere(tmp_path: Path) -> None:
    script = (
        "import sys; from storage import migrate as m; m.upgrade(sys.argv[1]); assert m.check(sys.argv[1])"
    )
    root = Path(migrate.__file__).parents[1]
    url = f"sqlite:///{tmp_path / 'new.sqlite3'}"
    subprocess.run(
        [sys.executable, "-c", script, url], cwd=tmp_path, env={"PYTHONPATH": str(root)}, check=True
    )
