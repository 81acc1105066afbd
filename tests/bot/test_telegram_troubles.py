"""Whatever Telegram or the way to it does, the person ends up with one record and sees it."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from tests.bot.plays import UNPACED, playing
from tests.bot.stores import CAMPAIGN, ask
from tests.bot.stubborn import Stubborn
from tests.rehearsal_world import ANNA, BO

TROUBLES = ["429", "500", "502", "reset", "hang", "lost"]
# So long a call may take here; a hanging one takes longer.
IMPATIENT = replace(UNPACED, answer=0.3)
VISIT = "今天上午到修水县实地调研，座谈12人，发现活动阵地不足"


def _contacts(url: str) -> int:
    return ask(url, lambda unit: len(unit.records.contacts_of(CAMPAIGN, 1, 10)))


@pytest.mark.parametrize("kind", TROUBLES)
@pytest.mark.parametrize("method", ["sendMessage", "editMessageText", "answerCallbackQuery", "getUpdates"])
async def test_one_record_and_it_is_seen(tmp_path: Path, filled_sqlite: str, method: str, kind: str) -> None:
    async with playing(tmp_path, filled_sqlite, IMPATIENT, flood=False) as play:
        anna = Stubborn(play.player(ANNA))
        await play.rehearsal.fault(method, kind, seconds=1)
        await anna.says(VISIT, "请核对")
        await anna.presses("保存", "已保存")
        await anna.says("/my", "我联系的县")
        assert "第 1 号" in await anna.shown("已保存")
    assert _contacts(filled_sqlite) == 1


async def test_an_answer_that_comes_after_the_ten_minutes_offers_no_undo(
    tmp_path: Path, filled_sqlite: str
) -> None:
    async with playing(tmp_path, filled_sqlite, IMPATIENT, flood=False) as play:
        anna = play.player(ANNA)
        await anna.ask(VISIT)
        await play.rehearsal.fault("editMessageText", "502", times=3)
        await anna.press_only("保存")
        while _contacts(filled_sqlite) == 0:
            await play.rehearsal.clock.followed()
        await play.rehearsal.clock.move(advance=900)
        await anna.hears("分钟内可撤销")
        late = await anna.hears("第 1 号")
        assert late.buttons == [["更正"]]


async def test_a_long_row_of_troubles_holds_up_one_chat_alone(tmp_path: Path, filled_sqlite: str) -> None:
    async with playing(tmp_path, filled_sqlite, IMPATIENT, flood=False) as play:
        await play.rehearsal.fault("sendMessage", "502", times=3, chat_id=ANNA)
        anna, bo = Stubborn(play.player(ANNA)), Stubborn(play.player(BO))
        slow = asyncio.create_task(anna.says(VISIT, "请核对"))
        await bo.says("/my", "我联系的县")
        assert not slow.done()
        await slow
