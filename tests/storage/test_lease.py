"""One of several has the lease; it is free again when its holder ends, or its connection breaks."""

from collections.abc import Iterator

import pytest
from sqlalchemy import text

from storage import open_database
from storage.lease import Lease, open_lease


@pytest.fixture
def leases(store_url: str) -> Iterator[tuple[Lease, Lease]]:
    first, second = open_lease(store_url), open_lease(store_url)
    yield first, second
    first.close()
    second.close()


def test_only_one_has_it(leases: tuple[Lease, Lease]) -> None:
    first, second = leases
    assert (first.take(), first.take(), first.held()) == (True, True, True)
    assert (second.take(), second.held()) == (False, False)
    first.close()
    assert (first.held(), second.take(), second.held(), first.take()) == (False, True, True, False)


def test_on_a_file_nobody_waits(sqlite_store_url: str, postgres_store_url: str) -> None:
    assert [open_lease(url).shared for url in (sqlite_store_url, postgres_store_url)] == [False, True]


def test_a_broken_connection_loses_it(postgres_store_url: str) -> None:
    first, second = open_lease(postgres_store_url), open_lease(postgres_store_url)
    assert first.take()
    _break_others(postgres_store_url)
    assert not first.held()
    assert (second.take(), first.take()) == (True, False)
    second.close()
    assert first.take()
    first.close()


def _break_others(url: str) -> None:
    database = open_database(url)
    with database.engine.connect() as connection:
        connection.execute(
            text(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        )
    database.close()
