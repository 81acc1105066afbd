"""Plans in transcripts: noted by a tap, reminded of with the brief, asked about once, logged by two taps."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from campaign.actions.planned import own_planned
from campaign.errors import NotFound
from campaign.people import Actor
from storage import Unit
from tests.bot.plays import UNPACED, playing
from tests.bot.stores import CAMPAIGN
from tests.handlers.cast import Cast, lines
from tests.rehearsal_client import Player
from tests.rehearsal_world import BO

OFFER = ["计划：要记下吗？", "县：修水县", "日期：3月1日（周三）", "方式：实地"]
FOOT = "2月28日 09:30 提醒您，并附该县情况。"
BRIEF = ["去修水县之前看一眼"]
ROW = "3月1日（周三） · 修水县 · 实地"


@pytest.fixture
async def cast(filled: str, tmp_path: Path) -> AsyncIterator[Cast]:
    async with playing(tmp_path, filled, UNPACED, flood=False) as play:
        yield Cast(play)


@pytest.fixture
async def quick(filled_sqlite: str, tmp_path: Path) -> AsyncIterator[Cast]:
    """The same on SQLite alone, for what asks the database nothing new."""
    async with playing(tmp_path, filled_sqlite, UNPACED, flood=False) as play:
        yield Cast(play)


def actor(unit: Unit, account: int) -> Actor:
    found = unit.people.actor(account)
    assert found
    return found


async def of_its_own(who: Player) -> list[str]:
    """The first lines of what the bot said of plans of its own accord."""
    firsts = [view["text"].splitlines()[0] for view in await who.messages() if view["from"]["bot"]]
    return [first for first in firsts if first.startswith("计划提醒") or first.endswith("去了吗？")]


async def to(cast: Cast, moment: str) -> None:
    await cast.rehearsal.clock.move(to=f"{moment}:00+08:00")


async def test_from_the_plan_to_the_record(cast: Cast) -> None:
    anna = cast.anna
    offer = await anna.ask("下周三去修水县调研")
    assert lines(offer) == [*OFFER, f"{FOOT}计划不计入联系次数。"]
    assert offer.buttons == [["记下计划", "放弃"], BRIEF]
    kept = await anna.press("记下计划")
    assert lines(kept) == ["已记下计划", *OFFER[1:], FOOT]
    assert kept.buttons == [["改天", "取消计划"]]
    assert lines(await anna.ask("/my"))[-1] == f"计划：{ROW}"
    assert await cast.contacts() == 0
    moved = await cast.rehearsal.clock.move(to="2023-02-28T09:00:00+08:00")
    moved = await cast.rehearsal.clock.move(next_due=True)
    assert moved["now"].startswith("2023-02-28T01:30")
    told = await anna.hears("计划提醒")
    assert told.text.splitlines()[:3] == [
        f"计划提醒：{ROW}",
        "去修水县之前",
        "联系领导：演示常务副主席，联系人：演示经审办主任",
    ]
    assert told.buttons == [["改天", "取消计划"]]
    await to(cast, "2023-03-02T09:30")
    question = await anna.hears("去了吗")
    assert question.text == "计划3月1日（周三）联系修水县（实地），去了吗？"
    assert question.buttons == [["去了", "没去", "改天"]]
    card = await anna.press("去了")
    assert lines(card)[1:4] == ["县：修水县", "日期：3月1日（周三，昨天）", "方式：实地"]
    assert (await anna.press("保存")).text.startswith("已保存")
    assert await cast.contacts() == 1
    await to(cast, "2023-03-08T12:00")
    assert [first[:4] for first in await of_its_own(anna)] == ["计划提醒"]  # the question became the card
    rows = await cast.stored(lambda unit: unit.audit.latest(CAMPAIGN, 20))
    trail = [(row.action, row.subject) for row in rows if row.action.startswith("plan.")]
    assert trail == [("plan.done", "修水县"), ("plan.keep", "修水县")]
    page = await cast.admin.ask("/audit")
    assert "记下计划“修水县”：无 → 2023-03-01" in page.text


async def test_a_contact_logged_around_that_day_closes_it_and_its_undoing_opens_it(quick: Cast) -> None:
    anna = quick.anna
    await anna.ask("下周三去修水县调研")
    await anna.press("记下计划")
    await to(quick, "2023-02-28T20:00")
    await anna.ask("今天给修水县总打了电话，明天过去")  # only arranges it
    await anna.press("保存")
    assert lines(await anna.ask("/my"))[-1].startswith("计划：")
    await to(quick, "2023-03-01T18:00")
    await anna.ask("今天到修水县实地调研，座谈8人")
    await anna.press("保存")
    assert not lines(await anna.ask("/my"))[-1].startswith("计划：")
    await anna.ask("/undo")
    assert lines(await anna.ask("/my"))[-1] == "计划：3月1日（周三） · 修水县 · 实地"
    await anna.ask("今天到修水县实地调研，座谈8人")
    await anna.press("保存")
    await to(quick, "2023-03-02T12:00")
    assert [first[:4] for first in await of_its_own(anna)] == ["计划提醒"]


async def test_of_two_visits_planned_one_contact_is_the_nearer_one(quick: Cast) -> None:
    anna = quick.anna
    for day in ("下周三", "下周五"):
        await anna.ask(f"{day}去修水县调研")
        await anna.press("记下计划")
    await to(quick, "2023-03-01T18:00")
    await anna.ask("今天到修水县实地调研，座谈8人")
    await anna.press("保存")
    plans = [line for line in lines(await anna.ask("/my")) if line.startswith("计划：")]
    assert plans == ["计划：3月3日（周五） · 修水县 · 实地"]


async def test_a_day_is_picked_moved_and_given_up(quick: Cast) -> None:
    anna = quick.anna
    offer = await anna.ask("下周去武宁县看看")
    assert lines(offer) == [
        "计划：要记下吗？",
        "县：武宁县",
        "日期：？",
        "方式：实地",
        "哪天去？选日期即记下。",
    ]
    assert offer.buttons[0] == ["2月27日 周一", "2月28日 周二"]
    assert "日期：2月28日（周二）" in (await anna.press("2月28日 周二")).text
    assert (await anna.press("改天")).buttons[-1] == ["日期不变"]
    assert "日期：2月28日（周二）" in (await anna.press("日期不变")).text
    moved = await anna.ask("武宁县改到3月2日去")
    assert "原计划：2月28日（周二），改到上面这一天。" in moved.text
    await anna.press("记下计划")
    mine = [line for line in lines(await anna.ask("/my")) if line.startswith("计划")]
    assert mine == ["计划：3月2日（周四） · 武宁县 · 实地"]
    await to(quick, "2023-03-03T09:30")
    assert (await anna.press("改天")).buttons[0] == ["3月6日 周一", "3月7日 周二"]
    assert lines(await anna.press("3月7日 周二"))[0] == "已记下计划"
    await to(quick, "2023-03-08T09:30")
    assert [first[:4] for first in await of_its_own(anna)] == ["计划提醒", "计划提醒", "计划3月"]
    missed = await anna.press("没去")
    assert (lines(missed)[0], missed.buttons) == ("已记下：没去", [])
    assert await quick.contacts() == 0


async def test_what_is_called_off_or_names_no_county_is_not_offered(quick: Cast) -> None:
    anna = quick.anna
    assert (await anna.ask("修水这次不去了，雨太大")).text == "这是打算，还不登记。办完后发一句话即可登记。"
    assert (await anna.ask("下周三下去调研一趟")).buttons == []
    assert lines(await anna.ask("打算28号去修水，3月2号去武宁"))[1:3] == [
        "1. 2月28日（周二） · 修水县 · 实地",
        "2. 3月2日（周四） · 武宁县 · 实地",
    ]
    await anna.press("放弃")
    assert lines(await anna.ask("/my"))[-1][:2] != "计划"


async def test_another_person_and_who_wants_no_reminders(quick: Cast) -> None:
    anna = quick.anna
    await anna.ask("下周三去修水县调研")
    await anna.press("记下计划")
    with pytest.raises(NotFound):
        await quick.stored(lambda unit: own_planned(unit, actor(unit, BO), [1]))
    await anna.ask("/reminders")
    await anna.press("关闭提醒")
    await to(quick, "2023-03-03T12:00")
    assert await of_its_own(anna) == []


async def test_a_plan_is_called_off_in_words(quick: Cast) -> None:
    anna = quick.anna
    for words in ("取消下周三去修水的计划", "下周三的修水不去了", "原定下周三去修水，取消了"):
        await anna.ask("下周三去修水县调研")
        await anna.press("记下计划")
        assert lines(await anna.ask(words)) == ["计划已取消", *OFFER[1:]], words
    assert "计划" not in (await anna.ask("/my")).text
    assert (await anna.ask("取消下周三去修水的计划")).text.startswith("这是打算")


async def test_a_plan_stays_when_something_else_is_called_off(quick: Cast) -> None:
    anna = quick.anna
    await anna.ask("下周三去修水县调研")
    await anna.press("记下计划")
    for words in ("我现在不方便接电话", "下周三的例会取消了", "修水县的培训班取消了"):
        await anna.ask(words)
        assert lines(await anna.ask("/my"))[-1] == f"计划：{ROW}", words
    assert lines(await anna.ask("下周三那个取消了")) == ["计划已取消", *OFFER[1:]]


async def test_a_plan_is_moved_by_its_day_alone(quick: Cast) -> None:
    anna = quick.anna
    await anna.ask("下周三去修水县调研")
    await anna.press("记下计划")
    await anna.ask("下周五去武宁县调研")
    await anna.press("记下计划")
    offer = await anna.ask("下周三那个改到下周四")
    assert lines(offer)[:4] == ["计划：要记下吗？", "县：修水县", "日期：3月2日（周四）", "方式：实地"]
    assert "原计划：3月1日（周三），改到上面这一天。" in lines(offer)
    await anna.press("记下计划")
    listed = (await anna.ask("/my")).text
    assert "3月2日（周四） · 修水县" in listed
    assert "3月1日" not in listed
    assert "3月3日（周五） · 武宁县" in listed


async def test_of_two_plans_the_other_one_stays(quick: Cast) -> None:
    anna = quick.anna
    for words in ("下周三去修水县调研", "下周五去修水县调研"):
        await anna.ask(words)
        await anna.press("记下计划")
    for _ in range(2):  # the second time nothing is left to call off
        await anna.ask("下周三的修水不去了")
    listed = (await anna.ask("/my")).text
    assert "3月1日" not in listed
    assert "3月3日（周五） · 修水县" in listed
