"""kill -9 at every step between arrival and answer: nothing typed is lost, none doubled, the truth is shown.

Each play's first bot dies at a certain step; the bots after it die at others, some steps after their start;
the last one lives to the end.
"""

from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count, islice, product
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from bot.faults import FAULT_POINTS
from tests.bot.mortal import Kill, Mortals, nursery
from tests.bot.stores import opened
from tests.bot.stubborn import Stubborn
from tests.rehearsal_client import Rehearsal, rehearsing
from tests.rehearsal_world import ADMIN, ANNA, WAITING, small_world

CONVERSATION = [point for point in FAULT_POINTS if not point.startswith("outbox")]
# Steps from a bot's start at which those after the first die.
LATER = (3, 5, 2, 6, 4, 7, 1, 8, 9)
KILLS = 50
"""At the least, of each scene on each database: six times that in the suite."""
UNANSWERED = "SELECT update_id, buried_at FROM inbox WHERE answered_at IS NULL"
Scene = Callable[[Rehearsal, str, int], Awaitable[None]]


@dataclass
class Stage:
    """Where scenes are played with bots that die."""

    rehearsal: Rehearsal
    url: str
    forks: Process
    plays: int = 0
    died_at: list[str] = field(default_factory=list)

    async def play(self, scene: Scene, first: Kill, lives: int) -> list[str]:
        """Play a scene to its end; return where its bots died."""
        later = islice(LATER * 2, self.plays % len(LATER), None)
        kills = [first, *islice(map(Kill, later), lives - 1)]
        self.plays += 1
        async with self._bots(kills) as bots:
            await scene(self.rehearsal, self.url, self.plays)
        if _rows(self.url, UNANSWERED):  # the last bot was still at its start when its end was ordered
            async with self._bots([]):
                await (await Stubborn.listening(self.rehearsal.player(ANNA))).says("/nothing", "没有这个命令")
        assert _rows(self.url, UNANSWERED) == []
        self.died_at += bots.died_at
        return bots.died_at

    @asynccontextmanager
    async def _bots(self, kills: list[Kill]) -> AsyncIterator[Mortals]:
        mortals = Mortals(self.forks, self.rehearsal.url, self.url, kills)
        async with mortals.alive():
            yield mortals


async def _a_sentence_is_saved(rehearsal: Rehearsal, url: str, play: int) -> None:
    anna = await Stubborn.listening(rehearsal.player(ANNA))
    await anna.says(f"今天上午到修水县实地调研，座谈{10 + play}人，发现活动阵地不足", "请核对")
    await anna.presses("保存", "已保存")
    await anna.says("/my", "我联系的县")
    numbers, standing = _records(url, 10 + play)
    assert (len(numbers), standing) == (1, 1)
    assert f"第 {numbers[0]} 号" in await anna.shown("已保存")
    await anna.presses("撤销", "已撤销")
    await anna.says("/my", "我联系的县")
    assert _records(url, 10 + play) == (numbers, 0)


async def _a_form_is_filled(rehearsal: Rehearsal, url: str, play: int) -> None:
    anna = await Stubborn.listening(rehearsal.player(ANNA))
    await anna.says("/log", "联系了哪个县")
    await anna.presses("修水县", "哪天联系的")
    await anna.presses("今天", "什么方式")
    await anna.presses("实地", "多少人参加")
    await anna.says(str(10 + play), "谁去的")
    await anna.presses("演示经审办主任", "发现什么问题")
    await anna.says("活动阵地不足", "请核对")
    await anna.presses("保存", "已保存")
    await anna.says("/my", "我联系的县")
    numbers, standing = _records(url, 10 + play)
    assert (len(numbers), standing) == (1, 1)
    assert f"第 {numbers[0]} 号" in await anna.shown("已保存")


async def _a_group_is_approved(rehearsal: Rehearsal, url: str, play: int) -> None:
    admin = await Stubborn.listening(rehearsal.player(ADMIN))
    group = await Stubborn.listening(admin.player.inside(WAITING))
    await group.player.rehearsal.post("membership", {"person": ADMIN, "chat": WAITING, "present": True})
    await admin.hears("机器人被拉进群")
    await admin.presses("批准", "已批准")
    await group.says("/uncovered", "修水县")
    await group.player.rehearsal.post("membership", {"person": ADMIN, "chat": WAITING, "present": False})
    await admin.says("/my", "我联系的县", "没有")
    await rehearsal.clock.move(advance=1)  # until the bot has worked through what it owes
    owed = _rows(url, "SELECT sent_at, failed_at FROM outbox WHERE kind = 'group_waiting'")
    assert [(sent is not None, failed) for sent, failed in owed] == [(True, None)] * play


@pytest.fixture
async def stage(filled: str, tmp_path: Path) -> AsyncIterator[Stage]:
    async with rehearsing(tmp_path, small_world(flood=False)) as rehearsal, nursery() as forks:
        yield Stage(rehearsal, filled, forks)


@pytest.mark.long
@pytest.mark.parametrize(
    ("scene", "passes", "lives"),
    [
        pytest.param(_a_sentence_is_saved, list(product(CONVERSATION, (1, 2))), 4, id="sentence"),
        pytest.param(_a_group_is_approved, list(product(FAULT_POINTS, (1,))), 5, id="group"),
    ],
)
async def test_killed_at_each_named_step(
    scene: Scene, passes: Iterable[tuple[str, int]], lives: int, stage: Stage
) -> None:
    for point, nth in passes:
        died_at = await stage.play(scene, Kill(nth, point), lives)
        assert died_at[0] == point
    assert len(stage.died_at) >= KILLS


@pytest.mark.long
async def test_killed_all_along_a_form(stage: Stage) -> None:
    for nth in count(1, 7):
        if not await stage.play(_a_form_is_filled, Kill(nth), lives=5):
            break
    assert len(stage.died_at) >= KILLS


def _records(url: str, participants: int) -> tuple[list[int], int]:
    """Return the numbers of the contacts with so many participants, and how many of them stand."""
    found = _rows(url, "SELECT participants, number, withdrawn_at FROM contact")
    mine = [(number, withdrawn) for people, number, withdrawn in found if people == participants]
    return [number for number, _ in mine], sum(withdrawn is None for _, withdrawn in mine)


def _rows(url: str, statement: str) -> list[tuple[Any, ...]]:
    database = opened(url)
    with database.engine.connect() as connection:
        found = [tuple(row) for row in connection.execute(text(statement))]
    database.close()
    return found
