"""Practices are chosen for promotion with one tap: marked, first in a brief, undone at the same place."""

from campaign.roles import Grant
from campaign.vocabulary import Role
from storage import Unit
from storage.audit import AuditRow
from tests.bot.stores import CAMPAIGN
from tests.handlers.cast import Cast, lines
from tests.rehearsal_world import NEWCOMER

TOLD = ("前天到武宁县实地调研，经验：职工夜校", "昨天到都昌县实地调研，经验：流动服务车")


async def _told(cast: Cast) -> None:
    for words in TOLD:
        await cast.anna.ask(words)
        await cast.anna.press("保存")


def _join_publicity(unit: Unit) -> None:
    person = unit.people.add_person(CAMPAIGN, "演示宣传组员")
    unit.members.give(CAMPAIGN, person.id, Grant(Role.PUBLICITY), unit.now)
    unit.people.bind(NEWCOMER, CAMPAIGN, person.id, (), unit.now)


def _trail(unit: Unit) -> list[AuditRow]:
    return [entry for entry in unit.audit.latest(CAMPAIGN, 9) if entry.action.startswith("practice.")]


async def test_publicity_chooses_and_takes_back(cast_on_both: Cast) -> None:
    cast = cast_on_both
    await _told(cast)
    await cast.write(_join_publicity)
    await cast.newcomer.tell("/start")
    listed = await cast.newcomer.ask("/practices")
    assert listed.buttons == [["选用 2", "选用 1"]]
    chosen = await cast.newcomer.press("选用 1")
    assert lines(chosen)[1:] == ["都昌县：第 2 号 流动服务车", "武宁县：第 1 号 【选用】职工夜校"]
    assert chosen.buttons == [["选用 2", "不选 1"]]
    await cast.press_stale(cast.newcomer, listed.last, "选用 1")
    assert [entry.action for entry in await cast.stored(_trail)] == ["practice.choose"]
    brief = lines(await cast.anna.ask("/brief 修水县"))
    place = brief.index("别县的经验，可以带去")
    assert brief[place + 1 : place + 3] == ["· 武宁县：【选用】职工夜校", "· 都昌县：流动服务车"]
    audited = lines(await cast.admin.ask("/audit 武宁县"))
    assert "选用经验第 1 号：未选用 → 选用，职工夜校" in audited[1]
    back = await cast.newcomer.press("不选 1")
    assert lines(back)[2] == "武宁县：第 1 号 职工夜校"
    assert [entry.action for entry in await cast.stored(_trail)] == ["practice.release", "practice.choose"]


async def test_whoever_only_reads_has_no_such_button_and_a_withdrawn_one_is_told(cast: Cast) -> None:
    await _told(cast)
    assert (await cast.bo.ask("/practices")).buttons == []
    listed = await cast.admin.ask("/practices")
    await cast.anna.ask("/undo")
    pressed = await cast.press_stale(cast.admin, listed.last, "选用 2")
    assert "这条经验已撤回" in " ".join((*pressed.toasts, pressed.text))
