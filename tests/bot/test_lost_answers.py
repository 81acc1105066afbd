"""A commit whose answer gets lost is there all the same: the next try must not do it again."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from storage import Database, StoreBusy, Unit
from tests.bot.plays import UNPACED, playing
from tests.bot.stores import BOT, ask
from tests.rehearsal_world import ANNA

T = TypeVar("T")
VISIT = "今天上午到修水县实地调研，座谈12人"
CALL = "今天给武宁县打了电话"


class LosingAnswers:
    """A database that loses the answer to the next commit in which an update is done."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.armed = True

    def write(self, work: Callable[[Unit], T], now: datetime) -> T:
        result = self._database.write(work, now)
        if self.armed and self._database.read(_some_done, now):
            self.armed = False
            raise StoreBusy("connection lost")
        return result

    def __getattr__(self, name: str) -> Any:
        return getattr(self._database, name)


def _some_done(unit: Unit) -> bool:
    return any(row.done for row in unit.inbox.pending(BOT))


async def test_undo_takes_back_one_record_though_its_answer_was_lost(
    tmp_path: Path, filled_sqlite: str
) -> None:
    async with playing(tmp_path, filled_sqlite, UNPACED, flood=False) as play:
        anna = play.player(ANNA)
        for text in (VISIT, CALL):
            await anna.ask(text)
            await anna.press("保存")
        losing: Any = LosingAnswers(play.app.threads.database)
        play.app.threads.database = losing
        await anna.say("/undo")
        await anna.hears("上一条已撤销")
        assert not losing.armed
    day = datetime.fromisoformat("2023-02-20T12:00:00+08:00")
    latest = ask(filled_sqlite, lambda unit: unit.records.latest_of("jiujiang-2022-demo", author(unit)), day)
    assert latest
    assert [contact.county_name for contact in latest.contacts] == ["修水县"]


def author(unit: Unit) -> int:
    anna = unit.people.actor(ANNA)
    assert anna
    return anna.person.id
