"""A store that is full, locked or tripped over: people are told once, and nothing they typed is lost."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
import pytest
from sqlalchemy import select

from storage import Unit
from storage.tables import inbox
from tests.bot.plays import UNPACED, Play, playing
from tests.bot.stores import BOT, CAMPAIGN, ask, opened
from tests.bot.unwilling import Faulty, locked, no_room
from tests.rehearsal_world import ADMIN, ANNA, GROUP, STRANGER

# Too long for what may be left on a page.
VISIT = "今天上午到修水县实地调研，座谈12人，发现活动阵地不足。" + "沿途看了三个企业。" * 400
FULL, GAVE_UP = "暂时存不下", "没能处理完"


@pytest.fixture(autouse=True)
def _log(logged: io.StringIO) -> Iterator[None]:
    yield
    assert "修水" not in logged.getvalue()


async def _told(play: Play, part: str) -> int:
    return sum(part in text for _, text, _ in await play.player(ANNA).transcript())


def _numbers(url: str) -> list[int]:
    def standing(unit: Unit) -> list[int]:
        county = next(c for c in unit.people.counties(CAMPAIGN) if c.name == "修水县")
        return [contact.number for contact in unit.records.contacts_of(CAMPAIGN, county.id, 10)]

    return ask(url, standing)


async def test_a_full_disk_is_told_once_and_waited_for(tmp_path: Path, filled: str) -> None:
    async with playing(tmp_path, filled, UNPACED, flood=False) as play:
        anna = play.player(ANNA)
        with no_room(play.app.threads.database):
            await anna.say(VISIT)
            await anna.hears(FULL)
            await play.player(STRANGER).say(VISIT)
            # The receiver has come again and been refused again.
            await play.player(ADMIN).say(VISIT)
            await play.player(ADMIN).hears(FULL)
        await anna.hears("请核对")
        await anna.press("保存")
        assert await _told(play, FULL) == 1
        strangers = [text for _, text, _ in await play.player(STRANGER).transcript()]
        assert not any(FULL in text for text in strangers)
    assert _numbers(filled) == [1]


@pytest.mark.parametrize(("table", "change"), [("draft", "INSERT"), ("inbox", "UPDATE")])
async def test_postgresql_has_no_room_for_a_card(
    tmp_path: Path, filled_postgres: str, table: str, change: str
) -> None:
    async with playing(tmp_path, filled_postgres, UNPACED, flood=False) as play:
        anna = play.player(ANNA)
        with no_room(play.app.threads.database, table, change):
            await anna.say(VISIT)
            await anna.hears(FULL)
        await anna.hears("请核对")
        await anna.press("保存")
        assert await _told(play, FULL) == 1
    assert _numbers(filled_postgres) == [1]


async def test_postgresql_has_no_room_for_where_a_form_stands(tmp_path: Path, filled_postgres: str) -> None:
    async with playing(tmp_path, filled_postgres, UNPACED, flood=False) as play:
        anna = play.player(ANNA)
        with no_room(play.app.threads.database, "conversation"):
            await anna.say("/log")
            await anna.hears("联系了哪个县")
        assert "哪天联系的" in (await anna.press("修水县")).text


async def test_postgresql_has_no_room_for_the_record(tmp_path: Path, filled_postgres: str) -> None:
    async with playing(tmp_path, filled_postgres, UNPACED, flood=False) as play:
        anna = play.player(ANNA)
        await anna.ask(VISIT)
        with no_room(play.app.threads.database, "contact"):
            await anna.press_only("保存")
            await anna.hears(FULL)
            assert _numbers(filled_postgres) == []
        await anna.hears("已保存")
    assert _numbers(filled_postgres) == [1]


async def test_a_locked_database_is_waited_for(tmp_path: Path, filled: str) -> None:
    async with playing(tmp_path, filled, UNPACED, flood=False) as play:
        anna = play.player(ANNA)
        with locked(play.app.threads.database):
            await anna.say(VISIT)
            await anna.hears(FULL)
        await anna.hears("请核对")
        await anna.press("保存")
        assert await _told(play, FULL) == 1
    assert _numbers(filled) == [1]


async def test_a_fault_of_the_program_is_tried_three_times_and_owned_up_to(
    tmp_path: Path, filled: str
) -> None:
    async with playing(tmp_path, filled, UNPACED, flood=False) as play:
        anna = play.player(ANNA)
        faulty: Any = Faulty(play.app.threads.database, "修水县")
        play.app.threads.database = faulty
        await anna.say(VISIT)
        answer = await anna.hears(GAVE_UP)
        assert "/my" in answer.text
        # Its chat goes on behind it, and so does every other.
        await anna.ask("/my")
        await play.player(ADMIN).ask("/status")
        assert faulty.tripped == 3
        assert await _told(play, GAVE_UP) == 1
    assert ask(filled, lambda unit: unit.inbox.pending(BOT)) == []
    assert _buried(filled) == [VISIT]


def _buried(url: str) -> list[str]:
    database = opened(url)
    with database.engine.connect() as connection:
        kept = connection.execute(select(inbox.c.payload).where(inbox.c.buried_at.is_not(None))).scalars()
        texts = [orjson.loads(bytes(payload))["message"]["text"] for payload in kept]
    database.close()
    return texts


async def test_a_fault_says_nothing_to_a_group_or_a_stranger(tmp_path: Path, filled_sqlite: str) -> None:
    async with playing(tmp_path, filled_sqlite, UNPACED, flood=False) as play:
        faulty: Any = Faulty(play.app.threads.database, "修水县")
        play.app.threads.database = faulty
        assert not (await play.player(STRANGER).tell(VISIT)).all
        assert faulty.tripped == 3
        assert not (await play.player(ANNA).inside(GROUP).tell("/status 修水县")).all
