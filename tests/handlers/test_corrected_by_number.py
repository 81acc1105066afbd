"""A correction that names a record by its number means that one, whatever else is open or came later."""

import pytest

from tests.handlers.cast import Cast, lines
from tests.rehearsal_world import GROUP

LOGGED = ("今天到修水县实地调研，座谈12人，发现活动阵地不足", "昨天打电话联系武宁县总")
PROPOSED = {
    "第1号人数改成20人": ["更正第 1 号", "人数：12 人 → 20 人"],
    "刚才说错了，第 1 号应该是15人": ["更正第 1 号", "人数：12 人 → 15 人"],
    "1号记录错了，是15人": ["更正第 1 号", "人数：12 人 → 15 人"],
    "第一号是16人": ["更正第 1 号", "人数：12 人 → 16 人"],
    "把第2号改成视频": ["更正第 2 号", "方式：电话 → 视频"],
    "第2号的日期错了，是2月17日": ["更正第 2 号", "日期：2月19日（周日，昨天） → 2月17日（周五）"],
}
POINTED = ("删除第1号", "撤销第1号", "第1号删掉")
NOBODYS = ("第9号删掉", "删除第1号问题")


@pytest.fixture
async def logged(cast: Cast) -> Cast:
    """Two records of one person, and a card that is open."""
    for words in LOGGED:
        await cast.anna.ask(words)
        await cast.anna.press("保存")
    await cast.anna.ask("2月15日到都昌县实地调研，座谈9人")
    return cast


async def test_the_record_of_that_number_is_shown_before_and_after(logged: Cast) -> None:
    for words, proposal in PROPOSED.items():
        assert lines(await logged.anna.ask(words))[:2] == proposal, words
        await logged.anna.press("不改")


async def test_the_record_of_that_number_is_shown_with_its_buttons(logged: Cast) -> None:
    for words in POINTED:
        assert lines(await logged.anna.ask(words))[2].startswith("第 1 号 修水县"), words
    assert await logged.contacts() == 2


async def test_a_number_that_is_none_of_his_changes_nothing(logged: Cast) -> None:
    for words in NOBODYS:
        assert (await logged.anna.ask(words)).text.startswith("要更正已保存的记录："), words


async def test_the_day_of_a_record_counts_more_than_the_day_of_writing(logged: Cast) -> None:
    shown = await logged.anna.ask("今天那条县写错了，是永修县")
    assert lines(shown)[:2] == ["更正第 1 号", "县：修水县 → 永修县"]


async def test_a_group_is_not_told_of_what_was_logged_elsewhere(logged: Cast) -> None:
    await logged.approve_group()
    group = logged.anna.inside(GROUP)
    assert (await group.tell("刚才说错了，是8个人不是12个")).all == []
    await group.ask("昨天到修水县实地调研，座谈18人")
    await group.press("保存")
    assert lines(await group.ask("刚才说错了，是8个人不是18个"))[:2] == ["更正第 3 号", "人数：18 人 → 8 人"]
