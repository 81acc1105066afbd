"""Reminders in transcripts: once a day and person, a tap to log, to put off, to stop; calls to the rest."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from bot.app import build_app
from bot.campaign_files import read_campaign
from campaign.actions.reminder_wishes import mute, note_call, put_off
from campaign.errors import NotAllowed, NotFound
from campaign.roster import Roster
from storage import Unit
from tests.bot.plays import UNPACED, playing, settings_for
from tests.bot.stores import CAMPAIGN, LOADED, opened
from tests.handlers.cast import VISIT, Cast, lines
from tests.rehearsal_client import Player, rehearsing
from tests.rehearsal_world import ANNA, BO, small_world

THURSDAY = "2023-02-23T09:30:00+08:00"
FIRST = [
    "提醒",
    "本期2月27日截止，还有 5 个工作日，未登记联系的县：",
    "· 修水县",
    "联系过的，点“补登”即可；没有登记，不等于没有联系。",
]
WISHES = [["明天再提醒", "下周一再提醒"], ["本期不再提醒", "不再提醒我"]]


@dataclass
class Stage:
    """Persons, and what the bot said to one of its own accord."""

    cast: Cast

    async def to(self, moment: str) -> None:
        await self.cast.rehearsal.clock.move(to=moment)

    async def reminders(self, who: Player) -> list[list[str]]:
        texts = [view["text"] for view in await who.messages() if view["from"]["bot"]]
        return [text.splitlines() for text in texts if text.startswith("提醒\n")]

    async def audited(self) -> list[tuple[str, str]]:
        rows = await self.cast.stored(lambda unit: unit.audit.latest(CAMPAIGN, 20))
        return [(row.action, row.subject) for row in rows if row.action.startswith("reminder")]


@pytest.fixture
async def stage(filled: str, tmp_path: Path) -> AsyncIterator[Stage]:
    async with playing(tmp_path, filled, UNPACED, flood=False) as play:
        yield Stage(Cast(play))


async def test_one_message_at_its_hour_and_not_again_at_the_same_stage(stage: Stage) -> None:
    await stage.to("2023-02-20T09:29:00+08:00")
    assert await stage.reminders(stage.cast.anna) == []
    await stage.to("2023-02-20T09:30:00+08:00")
    told = await stage.cast.anna.hears("提醒")
    assert told.text.splitlines() == FIRST
    assert told.buttons == [["补登 修水县"], *WISHES]
    await stage.to("2023-02-22T20:00:00+08:00")
    assert await stage.reminders(stage.cast.anna) == [FIRST]
    await stage.to(THURSDAY)
    assert [said[1] for said in await stage.reminders(stage.cast.anna)][1:] == [
        "本期2月27日截止，还有 2 个工作日，未登记联系的县："
    ]
    assert await stage.reminders(stage.cast.leader) == []  # his contact persons have it


async def test_who_has_logged_everything_hears_nothing(stage: Stage) -> None:
    await stage.cast.anna.ask(VISIT)
    await stage.cast.anna.press("保存")
    await stage.to("2023-02-24T12:00:00+08:00")
    assert await stage.reminders(stage.cast.anna) == []


async def test_the_clock_finds_the_next_moment_at_which_somebody_is_reminded(stage: Stage) -> None:
    await stage.cast.rehearsal.clock.move(advance=1)
    moved = await stage.cast.rehearsal.clock.move(next_due=True)
    assert moved["now"].startswith("2023-02-20T01:30")
    moved = await stage.cast.rehearsal.clock.move(next_due=True)
    assert moved["now"].startswith("2023-02-23T01:00")  # a draft
    moved = await stage.cast.rehearsal.clock.move(next_due=True)
    assert moved["now"].startswith("2023-02-23T01:30")


async def test_the_form_opens_on_the_county_in_one_tap(stage: Stage) -> None:
    await stage.to("2023-02-20T09:30:00+08:00")
    anna = stage.cast.anna
    form = await anna.press("补登 修水县")
    assert form.last.kind == "edited"  # the reminder has its buttons still
    assert form.last.buttons == [["补登 修水县"], *WISHES]
    assert "哪天联系的" in form.text
    await anna.press("昨天")
    for choice in ("电话", "跳过", "演示经审办主任", "跳过"):
        await anna.press(choice)
    assert "第 1 号" in (await anna.press("保存")).text
    await stage.to(THURSDAY)
    assert await stage.reminders(anna) == [FIRST]


async def test_promised_days_come_in_the_same_message(stage: Stage) -> None:
    anna = stage.cast.anna
    for issue in ("活动阵地不足，2月22日前解决", "乡镇工会没有专职人员，2月20日前解决"):
        await anna.ask(f"/issue 修水县{issue}")
        await anna.press("县级自身")
        await anna.press("保存")
    await stage.to("2023-02-20T09:30:00+08:00")
    told = await anna.hears("提醒")
    assert told.text.splitlines()[3:6] == [
        "期限将到或已过的问题：",
        "· 问题第 1 号 修水县：活动阵地不足（期限2月22日）",
        "· 问题第 2 号 修水县：乡镇工会没有专职人员（期限2月20日）",
    ]
    assert told.buttons[1] == ["问题第 1 号", "问题第 2 号"]
    assert (await anna.press("问题第 1 号")).text.startswith("问题第 1 号（未解决）")
    late = "· 问题第 2 号 修水县：乡镇工会没有专职人员（期限2月20日，超期 {} 天）"
    await stage.to("2023-02-21T09:30:00+08:00")
    assert (await stage.reminders(anna))[-1][1:] == ["期限将到或已过的问题：", late.format(1)]
    await stage.to(THURSDAY)  # the first one is past its day, and the window ends
    assert [line[:7] for line in (await stage.reminders(anna))[-1][1:5]] == [
        "本期2月27日",
        "· 修水县",
        "期限将到或已过",
        "· 问题第 1",
    ]
    await stage.to("2023-02-28T09:30:00+08:00")
    assert (await stage.reminders(anna))[-1][2] == late.format(8)
    assert len(await stage.reminders(anna)) == 4


async def test_not_before_a_day(stage: Stage) -> None:
    await stage.to("2023-02-20T09:30:00+08:00")
    pressed = await stage.cast.anna.press("明天再提醒")
    assert pressed.toasts == ["好的，2月21日以前不再提醒"]
    assert pressed.buttons == [["补登 修水县"]]
    await stage.to("2023-02-21T09:30:00+08:00")
    assert len(await stage.reminders(stage.cast.anna)) == 2
    assert (await stage.cast.anna.press("下周一再提醒")).toasts == ["好的，2月27日以前不再提醒"]
    assert "2月27日以前不提醒" in (await stage.cast.anna.ask("/reminders")).text
    await stage.to("2023-02-24T12:00:00+08:00")
    assert len(await stage.reminders(stage.cast.anna)) == 2
    assert [action for action, _ in await stage.audited()] == ["reminder.put_off"] * 2


async def test_no_more_in_this_window(stage: Stage) -> None:
    await stage.to("2023-02-20T09:30:00+08:00")
    pressed = await stage.cast.anna.press("本期不再提醒")
    assert pressed.toasts == ["好的，这些事2月27日以前不再提醒"]
    await stage.to("2023-02-27T12:00:00+08:00")
    assert len(await stage.reminders(stage.cast.anna)) == 1
    await stage.to("2023-04-19T09:30:00+08:00")
    assert len(await stage.reminders(stage.cast.anna)) == 2


async def test_off_and_on_again(stage: Stage) -> None:
    anna = stage.cast.anna
    await stage.to("2023-02-20T09:30:00+08:00")
    off = await anna.press("不再提醒我")
    assert off.toasts == ["不再提醒您。想恢复时，发送 /reminders。"]
    await stage.to(THURSDAY)
    assert await stage.reminders(anna) == []  # the only one is now the switch
    shown = await anna.ask("/reminders")
    assert (shown.text, shown.buttons) == (off.last.text, [["打开提醒"]])
    assert lines(await anna.press("打开提醒"))[0].startswith("提醒：已打开。每个工作日 09:30 最多一条")
    assert await stage.audited() == [("reminder.on", "演示经审办主任"), ("reminder.off", "演示经审办主任")]
    await stage.to("2023-02-24T09:30:00+08:00")
    assert len(await stage.reminders(anna)) == 1


async def test_a_reminder_is_nobody_elses_and_only_admins_note_calls(stage: Stage, filled: str) -> None:
    await stage.to("2023-02-20T09:30:00+08:00")

    def foreign(unit: Unit) -> None:
        anna, bo = unit.people.actor(ANNA), unit.people.actor(BO)
        assert anna
        assert bo
        every = unit.reminders.recent(CAMPAIGN, LOADED.date(), LOADED.date())
        own = next(reminder for reminder in every if reminder.person_id == anna.person.id)
        with pytest.raises(NotFound):
            mute(unit, bo, own.id)
        with pytest.raises(NotFound):
            put_off(unit, bo, 999, to_monday=True)
        with pytest.raises(NotAllowed):
            note_call(unit, bo, own.id)

    _change(filled, foreign)
    assert await stage.audited() == []


async def test_admins_get_the_telephone_list_and_note_the_calls(stage: Stage) -> None:
    await stage.cast.done(await stage.cast.bo.block())
    await stage.to("2023-02-20T09:30:00+08:00")
    told = await stage.cast.admin.hears("电话提醒")
    assert told.text.splitlines()[:3] == [
        "电话提醒",
        "以下同志没有绑定账号，或已屏蔽机器人，提醒发不到，请电话提醒。打过的，点一下姓名。",
        "演示财务部部长（市总工会财务资产部部长）：武宁县本期未登记联系（2月27日截止）",
    ]
    assert len(told.buttons) == 12
    assert "演示经审办主任" not in told.text
    noted = await stage.cast.admin.press("已打电话：演示财务部部长")
    assert noted.toasts == ["已记下，本期不再列出"]
    assert "演示财务部部长（市总工会财务资产部部长）（已打电话）" in noted.text
    assert len(noted.buttons) == 11
    assert [action for action, _ in await stage.audited()] == ["reminder.call"]
    await stage.to(THURSDAY)
    again = await stage.cast.admin.hears("电话提醒")
    assert "演示财务部部长" not in again.text
    assert len(again.buttons) == 11


async def test_without_a_contact_person_the_leader_is_reminded(filled: str, tmp_path: Path) -> None:
    _change(filled, lambda unit: unit.people.take_roster(CAMPAIGN, _leaders_only(), unit.now))
    async with playing(tmp_path, filled, UNPACED, flood=False) as play:
        stage = Stage(Cast(play))
        await stage.to("2023-02-20T09:30:00+08:00")
        assert (await stage.cast.leader.hears("提醒")).text.splitlines()[2:4] == ["· 修水县", "· 武宁县"]
        assert await stage.reminders(stage.cast.anna) == []


async def test_a_campaign_without_the_rule_reminds_nobody(filled: str, tmp_path: Path) -> None:
    definition, _ = read_campaign(CAMPAIGN)
    silent = definition.model_copy(update={"reminders": None})
    _change(filled, lambda unit: unit.campaigns.load(silent, unit.now))
    async with playing(tmp_path, filled, UNPACED, flood=False) as play:
        stage = Stage(Cast(play))
        await stage.to("2023-02-24T12:00:00+08:00")
        assert await stage.reminders(stage.cast.anna) == []
        shown = await stage.cast.anna.ask("/reminders")
        assert (shown.text, shown.buttons) == ("本次工作没有设置提醒。", [])


async def test_after_down_time_only_today_is_told(filled: str, tmp_path: Path) -> None:
    async with rehearsing(tmp_path, small_world(flood=False)) as rehearsal:
        settings = settings_for(rehearsal.url, filled)
        anna = rehearsal.player(ANNA)
        async with build_app(settings, rehearsal.url, UNPACED).running():
            await anna.ask("/my")
        moved = await rehearsal.clock.move(to="2023-02-24T10:00:00+08:00", wait=False)
        for _ in range(2):
            async with build_app(settings, rehearsal.url, UNPACED).running():
                await rehearsal.clock.reached(moved["version"])
                await anna.ask("/my")
        told = [view["text"] for view in await anna.messages() if view["text"].startswith("提醒")]
        assert [text.splitlines()[1] for text in told] == [
            "本期2月27日截止，还有 1 个工作日，未登记联系的县："
        ]


async def test_what_an_outage_kept_back_is_merged_into_the_next_day(filled: str, tmp_path: Path) -> None:
    async with playing(tmp_path, filled, UNPACED, flood=False) as play:
        stage = Stage(Cast(play))
        await play.rehearsal.fault("sendMessage", "500", times=1, chat_id=ANNA)
        await stage.to("2023-02-20T09:30:00+08:00")
        await stage.to("2023-02-21T09:30:00+08:00")
        told = await stage.reminders(stage.cast.anna)
        assert len(told) == 1


def _change(url: str, work: Callable[[Unit], object]) -> None:
    database = opened(url)
    database.write(work, LOADED)
    database.close()


def _leaders_only() -> Roster:
    _, roster = read_campaign(CAMPAIGN)
    return replace(
        roster, rows=tuple(row._replace(contact_person="", contact_person_title="") for row in roster.rows)
    )


async def test_nobody_is_reminded_of_a_paused_county(stage: Stage) -> None:
    await stage.cast.admin.ask("/pause 修水县 防汛")
    await stage.to("2023-02-20T09:30:00+08:00")
    await stage.cast.bo.hears("提醒")
    assert await stage.reminders(stage.cast.anna) == []


async def test_who_stands_in_is_reminded_in_his_place(stage: Stage) -> None:
    await stage.cast.admin.ask("/people 经审办")
    await stage.cast.admin.press("请人代联系")
    await stage.cast.admin.ask("演示财务部部长 3月5日")
    await stage.cast.admin.press("确认")
    await stage.to("2023-02-20T09:30:00+08:00")
    assert "修水县" in (await stage.cast.bo.hears("提醒")).text
    assert await stage.reminders(stage.cast.anna) == []
