"""Alarms: one an hour of a kind, to the admin named or to all, and what they are about."""

import os
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.alarms import Alarm, raise_alarm
from bot.renderers import renderers
from bot.undeliverable import give_up
from bot.watch import OLDEST_DAYS, Watch, backup_note
from campaign.actions.groups import group_joined
from campaign.vocabulary import Role
from digests.outgoing import TEXT
from storage import Database, Unit
from storage.tables import outbox
from tests.bot.plays import QUICK, playing, settings_for
from tests.bot.stores import CAMPAIGN, opened
from tests.rehearsal_world import ADMIN, GROUP, START

SECOND = 222
DAY = 86_400


@pytest.fixture
def database(filled: str) -> Iterator[Database]:
    made = opened(filled)
    made.write(_second_admin, START)
    yield made
    made.close()


def _second_admin(unit: Unit) -> None:
    second = unit.people.add_admin(CAMPAIGN, "演示管理员二")
    unit.people.bind(SECOND, CAMPAIGN, second.id, (Role.ADMIN,), unit.now)


def _owed(database: Database) -> list[tuple[int, str, datetime]]:
    with database.engine.connect() as connection:
        rows = connection.execute(
            select(outbox).where(outbox.c.kind == "alarm").order_by(outbox.c.id)
        ).mappings()
        return [(row["chat_id"], row["payload"]["what"], row["not_before"]) for row in rows]


def _raise(database: Database, what: Alarm, at: datetime, named: str | None = None) -> None:
    database.write(lambda unit: raise_alarm(unit, CAMPAIGN, what, "9", named), at)


def test_at_most_one_an_hour_of_a_kind(database: Database) -> None:
    for minutes in (0, 1, 59):
        _raise(database, Alarm.DISK, START + timedelta(minutes=minutes), "演示管理员")
    assert len(_owed(database)) == 1
    _raise(database, Alarm.BACKUP, START + timedelta(minutes=59), "演示管理员")
    _raise(database, Alarm.DISK, START + timedelta(minutes=60), "演示管理员")
    assert [what for _, what, _ in _owed(database)] == ["disk", "backup", "disk"]


def test_it_is_for_the_admin_named_or_for_all(database: Database) -> None:
    _raise(database, Alarm.DISK, START, "演示管理员二")
    assert [chat for chat, _, _ in _owed(database)] == [SECOND]
    _raise(database, Alarm.BACKUP, START, "演示无此人")
    assert {chat for chat, what, _ in _owed(database) if what == "backup"} == {ADMIN, SECOND}


def test_what_happens_at_night_is_told_once_in_the_morning(database: Database) -> None:
    for hour in (22, 23):
        _raise(database, Alarm.STORE, START.replace(hour=hour), "演示管理员")
    ((_, _, at),) = _owed(database)
    assert at == START.replace(hour=8, minute=0) + timedelta(days=1)


def test_a_digest_that_could_not_be_delivered_is_one(database: Database) -> None:
    database.write(lambda unit: group_joined(unit, CAMPAIGN, GROUP, "专班群", "test"), START)
    database.write(_owe_digest, START)
    database.write(_fail_digest, START)
    assert [(chat, what) for chat, what, _ in _owed(database)] == [(ADMIN, "digest"), (SECOND, "digest")]


def _owe_digest(unit: Unit) -> None:
    for part in (0, 1):
        unit.outbox.owe(f"digest:1:text:{part}", GROUP, TEXT, {"digest_id": 1, "part": part}, START)


def _fail_digest(unit: Unit) -> None:
    for row in unit.outbox.due(START, 9):
        if row.kind == TEXT:
            give_up(unit, row, "render", gone=False)


def test_every_alarm_has_its_words(database: Database) -> None:
    class Clock:
        def now(self) -> datetime:
            return START

    render = renderers(database, Clock())["alarm"]
    said = [render("alarm", {"what": what.value, "fact": "<9>"}).text for what in Alarm]
    assert said[0].startswith("调度没能发到群“&lt;9&gt;”")
    assert len(set(said)) == len(Alarm)


def test_room_and_backups_are_looked_at(tmp_path: Path) -> None:
    settings = settings_for(
        "http://localhost", f"sqlite:///{tmp_path / 'store.sqlite3'}", alarms="演示管理员"
    )
    now = time.time()
    assert list(Watch(settings, least_free=0).look(now)) == []
    ((what, free),) = Watch(settings, least_free=10**18).look(now)
    assert what is Alarm.DISK
    assert free.isdigit()
    note = backup_note(settings)
    note.touch()
    assert list(Watch(settings, least_free=0).look(now + OLDEST_DAYS * DAY - 60)) == []
    assert list(Watch(settings, least_free=0).look(now + 9.5 * DAY)) == [(Alarm.BACKUP, "9")]
    elsewhere = settings_for("http://localhost", "postgresql://nobody@/nothing", heartbeat=tmp_path / "beat")
    assert list(Watch(elsewhere, least_free=10**18).look(now)) == []


async def test_a_running_bot_tells_of_an_old_backup(filled_sqlite: str, tmp_path: Path) -> None:
    note = backup_note(settings_for("http://localhost", filled_sqlite))
    note.touch()
    old = time.time() - 12.5 * DAY
    os.utime(note, (old, old))
    async with playing(tmp_path, filled_sqlite, QUICK, flood=False) as play:
        heard = await play.player(ADMIN).hears("备份")
    note.unlink()
    assert heard.text == "数据已有 12 天没有备份。请联系运维备份。"
