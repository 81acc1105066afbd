"""Moments, days, words and data come back as they went in, whatever the session's zone is."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import datetimes, dictionaries, sampled_from, text, timezones

from campaign.vocabulary import Role
from storage import Database
from storage.columns import Word
from tests.storage.play import NOW

QUICK = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@QUICK
@given(moment=datetimes(datetime(1971, 1, 1), datetime(2200, 1, 1), timezones=timezones()))  # noqa: DTZ001
def test_moments_come_back_in_utc(database: Database, moment: datetime) -> None:
    def turn(moment: datetime) -> datetime:
        database.write(lambda unit: unit.clock.append(moment, 1.5), NOW)
        return database.read(lambda unit: unit.clock.journal()[-1][0], NOW)

    back = turn(moment)
    assert back == moment.astimezone(UTC)
    assert back.utcoffset() == timedelta(0)


def test_eight_in_china_is_midnight_in_utc(database: Database) -> None:
    eight = datetime(2026, 11, 20, 8, tzinfo=ZoneInfo("Asia/Shanghai"))
    database.write(lambda unit: unit.clock.append(eight, 0), NOW)
    assert database.read(lambda unit: unit.clock.journal(), NOW) == [
        (datetime(2026, 11, 20, tzinfo=UTC), 0.0)
    ]


def test_a_moment_without_a_zone_is_refused(database: Database) -> None:
    with pytest.raises(ValueError, match="without a zone"):
        database.write(lambda unit: unit.clock.append(datetime(2023, 1, 1), 0), NOW)  # noqa: DTZ001


def test_moments_sort_by_time_not_by_zone(database: Database) -> None:
    west = datetime(2023, 1, 1, 20, tzinfo=timezone(timedelta(hours=-8)))
    east = datetime(2023, 1, 2, 1, tzinfo=timezone(timedelta(hours=8)))
    database.write(lambda unit: unit.outbox.owe("west", 1, "x", {}, west), NOW)
    database.write(lambda unit: unit.outbox.owe("east", 1, "x", {}, east), NOW)
    due = database.read(lambda unit: unit.outbox.due(NOW, 10), NOW)
    assert [row.key for row in due] == ["east", "west"]


@QUICK
@given(data=dictionaries(text().filter(lambda t: "\0" not in t), text(), max_size=5))
def test_data_comes_back(database: Database, data: dict[str, str]) -> None:
    data = {key: value.replace("\0", "") for key, value in data.items()}
    database.write(lambda unit: unit.conversations.put("k", None, data), NOW)
    row = database.read(lambda unit: unit.conversations.get("k"), NOW)
    assert row
    assert row.data == data


@QUICK
@given(role=sampled_from(Role))
def test_only_words_of_the_set_are_stored(database: Database, role: Role) -> None:
    column = Word(Role)
    bind = column.bind_processor(database.engine.dialect)
    assert bind(role) == bind(role.value) == role.value
    with pytest.raises(ValueError, match="boss"):
        bind("boss")


def test_chinese_is_readable_in_the_file(sqlite_database: Database) -> None:
    sqlite_database.write(lambda unit: unit.conversations.put("k", None, {"县": "修水县"}), NOW)
    with sqlite_database.engine.connect() as connection:
        stored = connection.exec_driver_sql("SELECT data FROM conversation").scalar_one()
    assert stored == '{"县":"修水县"}'
