"""/audit: who changed what, when, for whom, from which message, before and after."""

import re

from campaign.roles import Grant
from campaign.vocabulary import ChatState, Role
from handlers.audit.texts import ACTIONS, WORDS
from storage import Unit
from tests.bot.stores import CAMPAIGN
from tests.handlers.cast import VISIT, Cast, lines
from tests.rehearsal_world import NEWCOMER
from tests.structure.sources import files

KINDS = (
    "record|issue|role|roster|invite|account|person|reminder|contact|county|practice|ledger|group|digest|campaign"
    "|language|stand_in"
)
NOTED = re.compile(rf'"((?:{KINDS})\.[a-z_]+)"')


async def _played(cast: Cast) -> None:
    await cast.anna.ask(VISIT)
    await cast.anna.press("保存")
    await cast.bo.ask("今天到都昌县实地调研，座谈3人")
    await cast.bo.press("保存")
    await cast.admin.ask("/issue 1")
    await cast.admin.press("销号")
    await cast.admin.ask("阵地已落实")


async def test_changes_stand_latest_first_with_their_message(cast: Cast) -> None:
    await _played(cast)
    shown = lines(await cast.admin.ask("/audit"))
    assert shown[0] == "操作记录"
    at, rest = shown[1].split(" 演示管理员：")
    assert re.fullmatch(r"2月20日 \d\d:\d\d", at)
    closed = r"问题销号第 1 号：未解决 → 已销号，阵地已落实（事关演示经审办主任）（消息 \d+）"
    assert re.fullmatch(closed, rest)
    assert re.fullmatch(
        r"2月20日 \d\d:\d\d 演示财务部部长：保存登记第 2 号：无 → 都昌县，2023-02-20，实地（消息 \d+）",
        shown[2],
    )
    assert "修水县，2023-02-20，实地、修水县，活动阵地不足（事关演示常务副主席）" in shown[3]


async def test_changes_of_a_county_a_person_and_a_number(cast: Cast) -> None:
    await _played(cast)
    county = lines(await cast.admin.ask("/audit 修水"))
    assert county[0] == "操作记录：修水县"
    assert [line.split("：")[1][:4] for line in county[1:]] == ["问题销号", "保存登记"]
    person = lines(await cast.admin.ask("/audit 演示财务部部长"))
    assert person[0] == "操作记录：演示财务部部长"
    assert len(person) == 2
    number = lines(await cast.admin.ask("/audit 2"))
    assert number[0] == "操作记录：第 2 号"
    assert "保存登记第 2 号" in number[1]
    assert lines(await cast.admin.ask("/audit 无此人"))[0].startswith("没有找到“无此人”")
    assert lines(await cast.admin.ask("/audit 99"))[1] == "没有操作记录。"


async def test_pages_are_turned(cast: Cast) -> None:
    await cast.anna.ask(VISIT)
    await cast.anna.press("保存")
    for count in range(11):
        await cast.anna.ask("/issue 1")
        await cast.anna.press("记进展")
        await cast.anna.ask(f"进展之{count}")
    first = await cast.admin.ask("/audit")
    assert first.buttons == [["下一页（较早）"]]
    second = await cast.admin.press("下一页")
    assert "保存登记第 1 号" in second.text
    assert second.buttons == [["上一页（较新）"]]


async def test_supervision_reads_it_and_nobody_else(cast: Cast) -> None:
    def bind(unit: Unit) -> None:
        person = unit.people.add_person(CAMPAIGN, "演示督查员")
        unit.members.give(CAMPAIGN, person.id, Grant(Role.SUPERVISION), unit.now)
        unit.people.bind(NEWCOMER, CAMPAIGN, person.id, (), unit.now)

    await cast.write(bind)
    await cast.newcomer.tell("/start")
    assert lines(await cast.newcomer.ask("/audit"))[0] == "操作记录"
    assert (await cast.anna.ask("/audit")).text == "这项操作只有监督组和管理员可以做。"


def test_what_becomes_of_a_group_has_words() -> None:
    assert {f"group.{state.value}" for state in ChatState} - {"group.left"} <= set(ACTIONS)
    assert {state.value for state in ChatState} - {"left"} <= set(WORDS)
    assert (ACTIONS["group.refused"], ACTIONS["group.stopped"]) == ("不批准群", "停用群")


def test_every_change_has_words() -> None:
    sources = (
        path.read_text("utf-8") for path in files(".py", under=("campaign", "handlers", "bot", "digests"))
    )
    noted = {action for source in sources for action in NOTED.findall(source)}
    assert {"record.save", "issue.close", "role.give"} <= noted
    assert noted - set(ACTIONS) <= {"roster.csv", "campaign.yaml"}
