"""/invites: everybody who is not bound, as one message and one sheet; a second time ends the first."""

import re
from itertools import count

from bot import faults
from campaign.roster import Roster, RosterRow
from storage import Unit
from storage.audit import AuditRow
from tests.bot.stores import CAMPAIGN
from tests.handlers.cast import Cast, lines, said
from tests.rehearsal_answers import Answers

LINK = re.compile(r"^(.+)：https://t\.me/liaison_rehearsal_bot\?start=(\w+)$", re.MULTILINE)


def _codes(text: str) -> dict[str, str]:
    return dict(LINK.findall(text))


async def test_all_who_are_not_bound_in_one_message_and_on_one_sheet(cast: Cast) -> None:
    await cast.admin.ask("/help")
    made = await cast.admin.ask("/invites")
    assert len(made) == 2
    assert made[0].text.splitlines()[:2] == [
        "绑定邀请（17 人，7 天内有效，2月26日（含）前，各限本人使用一次）",
        "九江市“县级工会加强年”专项工作（演示）。请把各人的链接转给本人；打印的见下面的邀请单。",
    ]
    codes = _codes(made[0].text)
    assert len(codes) == 17
    assert made[1].text == "邀请单（17 人），可打印、裁开发给本人。7 天内有效，2月26日（含）前。"
    document = made[1].view["document"]
    assert document["name"] == "邀请单.pdf"
    assert "您好！" in (await cast.newcomer.ask(f"/start {codes['演示权益部部长']}")).text


async def test_a_second_time_asks_and_ends_the_earlier_ones(cast: Cast) -> None:
    await cast.admin.ask("/help")
    first = _codes((await cast.admin.ask("/invites"))[0].text)
    asked = await cast.admin.ask("/invites")
    assert lines(asked) == [
        "未绑定 17 人，其中 17 人手里的邀请还没用、没过期。全部重新邀请的，手里的旧邀请就作废。"
    ]
    assert asked.buttons == [["全部重新邀请（旧的作废）"]]
    made = await cast.admin.press("全部重新邀请")
    text = next(answer.text for answer in made if "绑定邀请" in answer.text)
    assert "其中 17 人以前发的邀请已作废，以这次的为准。" in text
    name = "演示权益部部长"
    assert "已过期或已用过" in (await cast.newcomer.ask(f"/start {first[name]}")).text
    assert "您好！" in (await cast.newcomer.ask(f"/start {_codes(text)[name]}")).text


async def test_those_who_hold_an_invite_may_keep_it(cast: Cast) -> None:
    one = _codes_of_one((await cast.admin.ask("/invite 演示权益部部长")).text)
    asked = await cast.admin.ask("/invites")
    assert asked.buttons == [["全部重新邀请（旧的作废）"], ["只邀请其余 16 人"]]
    made = await cast.admin.press("只邀请其余")
    assert len(_codes(made.text)) == 16
    assert said(await cast.press_stale(cast.admin, asked.last, "只邀请其余 16 人")) == [
        "alert: 没有绑定的人手里都有未过期的邀请。"
    ]
    assert "您好！" in (await cast.newcomer.ask(f"/start {one}")).text


async def test_a_second_tap_ends_no_code(cast: Cast) -> None:
    await cast.admin.ask("/help")
    await cast.admin.ask("/invites")
    asked = await cast.admin.ask("/invites")
    made = await cast.admin.press("全部重新邀请")
    text = next(answer.text for answer in made if "绑定邀请" in answer.text)
    assert said(await cast.press_stale(cast.admin, asked.last, "全部重新邀请（旧的作废）")) == [
        "alert: 邀请的情况刚有变化，没有重新邀请。请再发一次 /invites。"
    ]
    assert "您好！" in (await cast.newcomer.ask(f"/start {_codes(text)['演示权益部部长']}")).text


async def test_handled_again_it_asks_and_ends_no_code_that_may_have_been_shown(cast: Cast) -> None:
    await cast.admin.ask("/help")
    again = await _lost_answer(cast, "/invites")
    assert again.text.startswith("未绑定 17 人，其中 17 人手里的邀请还没用、没过期。")
    assert again.buttons == [["全部重新邀请（旧的作废）"]]
    made = await cast.admin.press("全部重新邀请")
    assert len(_codes(next(answer.text for answer in made if "绑定邀请" in answer.text))) == 17


async def test_those_without_a_code_come_first_then_the_oldest(cast: Cast) -> None:
    await cast.write(_many)
    await cast.admin.ask("/help")
    first = _all_codes(await cast.admin.ask("/invites"))
    assert len(first) == 120
    await cast.admin.ask("/invites")
    second = _all_codes(await cast.admin.press("全部重新邀请"))
    assert len(second) == 120
    assert len({*first, *second}) == 131


async def test_each_is_noted_and_no_code_with_it(cast: Cast) -> None:
    await cast.admin.ask("/help")
    codes = _codes((await cast.admin.ask("/invites"))[0].text)
    rows = await cast.stored(_audited)
    assert rows[0].action == "invite.all"
    assert rows[0].facts == {"people": 17, "revoked": 0}
    assert not [code for code in codes.values() if any(code in str(row) for row in rows)]


async def test_it_is_for_admins_in_private(cast: Cast) -> None:
    assert (await cast.anna.ask("/invites")).text == "这项操作只有管理员可以做。"


async def _lost_answer(cast: Cast, text: str) -> Answers:
    """Ask, while the answer to the first commit is lost."""
    commits = count(1)

    def fail_once(point: str) -> None:
        if point == "after-commit" and next(commits) == 1:
            raise OSError

    faults.install(fail_once)
    try:
        return await cast.admin.ask(text)
    finally:
        faults.install(None)


def _all_codes(answers: Answers) -> dict[str, str]:
    return {name: code for answer in answers for name, code in _codes(answer.text or "").items()}


def _many(unit: Unit) -> None:
    rows = [RosterRow(n, f"演示{n}县", "", "演示常务副主席", "", f"演示联系人{n}", "") for n in range(131)]
    unit.people.take_roster(CAMPAIGN, Roster(tuple(rows), ()), unit.now)


def _codes_of_one(text: str) -> str:
    return text.partition("start=")[2].split()[0]


def _audited(unit: Unit) -> list[AuditRow]:
    return list(unit.audit.latest(CAMPAIGN, 30))
