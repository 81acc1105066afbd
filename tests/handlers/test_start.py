"""Binding by an invite, greeting, and what strangers hear."""

import re

from tests.handlers.cast import VISIT, Cast, lines, said

STRANGERS_LINE = "您好，这里是工会专班内部使用的登记助手。请点击管理员发来的邀请链接绑定账号。"
WRONG = "邀请码不正确，请核对。"


async def invite(cast: Cast) -> str:
    """A code for the contact person of one county."""
    answer = await cast.admin.ask("/invite 演示权益部部长")
    found = re.search(r"start=(\w+)", answer.text)
    assert found
    return found[1]


async def test_a_code_binds_once_and_greets_with_the_own_counties(cast: Cast) -> None:
    code = await invite(cast)
    assert lines(await cast.newcomer.ask(f"/start {code.lower()}")) == [
        "演示权益部部长（市总工会权益维护部部长），您好！",
        "九江市“县级工会加强年”专项工作（演示）",
        "您对口联系：庐山市",
        "联系之后发一句话就能登记，例如：",
        "今天上午到庐山市实地调研，座谈12人，发现活动阵地不足",
        "发送 /help 查看使用说明。",
    ]
    assert lines(await cast.newcomer.ask("/my"))[1].startswith("庐山市")
    again = await cast.stranger.ask(f"/start {code}")
    assert again.text == "邀请码已过期或已用过，请联系管理员重新邀请。还可以再试 4 次。"


async def test_an_invite_ends_after_seven_days(cast: Cast) -> None:
    answer = await cast.admin.ask("/invite 演示权益部部长")
    assert "2月26日（含）前有效" in answer.text
    code = answer.text.partition("start=")[2].split()[0]
    await cast.rehearsal.clock.move(advance=7 * 24 * 3600 + 1)
    assert "已过期" in (await cast.newcomer.ask(f"/start {code}")).text


async def test_a_bound_person_needs_no_code(cast: Cast) -> None:
    assert "您的账号已绑定为演示经审办主任" in (await cast.anna.ask("/start NOTHING")).text
    assert lines(await cast.anna.ask("/start"))[0] == "演示经审办主任（市总工会经审办主任），您好！"


async def test_five_wrong_codes_silence_an_account_for_a_day(cast: Cast) -> None:
    code = await invite(cast)
    for left in (4, 3, 2, 1):
        assert (await cast.stranger.ask("/start WRONG")).text == f"{WRONG}还可以再试 {left} 次。"
    fifth = await cast.stranger.ask("/start WRONG")
    assert fifth.text == f"{WRONG}已连续输错 5 次，一天内不再受理。"
    for text in (f"/start {code}", "/start WRONG", "您好", "/status"):
        assert len(await cast.stranger.tell(text)) == 0
    await cast.rehearsal.clock.move(advance=24 * 3600 + 1)
    assert "您好！" in (await cast.stranger.ask(f"/start {code}")).text


async def test_a_stranger_gets_one_line_a_day_and_no_data(cast: Cast) -> None:
    assert (await cast.stranger.ask("/status")).text == STRANGERS_LINE
    for text in ("/my", "/uncovered", "/help", "/log", "/undo", "/cancel", "/nothing", VISIT, "/invite 甲"):
        assert len(await cast.stranger.tell(text)) == 0
    assert len(await cast.stranger.location(29.0, 115.0)) == 0
    await cast.rehearsal.clock.move(advance=24 * 3600)
    assert said(await cast.stranger.ask("您好")) == [f"message: {STRANGERS_LINE}"]


async def test_only_admins_invite_and_only_persons_of_the_roster(cast: Cast) -> None:
    assert (await cast.anna.ask("/invite 演示权益部部长")).text == "这项操作只有管理员可以做。"
    nobody = await cast.admin.ask("/invite 演示无此人")
    assert nobody.text == ("名单上没有“演示无此人”。请核对后再发；还没有列入的，请先更新对口联系安排表。")
    assert (await cast.admin.ask("/invite")).text.startswith("请写上名单里的姓名或部门")


async def test_a_changed_telephone_takes_the_old_ones_place(cast: Cast) -> None:
    await cast.newcomer.ask(f"/start {await invite(cast)}")
    assert "您好！" in (await cast.stranger.ask(f"/start {await invite(cast)}")).text
    assert lines(await cast.stranger.ask("/my"))[1].startswith("庐山市")
    assert (await cast.newcomer.ask("/my")).text.startswith("这个账号现在不能使用")
    assert len(await cast.newcomer.tell(VISIT)) == 0


async def test_a_new_invite_ends_the_one_before(cast: Cast) -> None:
    first, second = await invite(cast), await invite(cast)
    refused = await cast.stranger.ask(f"/start {first}")
    assert refused.text == "邀请码已过期或已用过，请联系管理员重新邀请。还可以再试 4 次。"
    assert "您好！" in (await cast.newcomer.ask(f"/start {second}")).text


async def test_an_admin_learns_that_the_person_invited_is_bound_already(cast: Cast) -> None:
    await cast.admin.ask("/help")
    answers = await cast.admin.ask("/invite 演示经审办主任")
    assert len(answers) == 2
    assert answers.last.text == (
        "演示经审办主任已绑定账号，可正常使用。只有更换账号时，才需把上面的邀请转给本人。"
    )


async def test_a_name_that_is_not_on_the_roster_brings_up_those_near(cast: Cast) -> None:
    near = await cast.admin.ask("/invite 财务部")
    assert near.text == "名单上没有“财务部”，相近的有：演示财务部部长。请写全称再发一次。"
    unknown = await cast.admin.ask("/invite 无名氏")
    assert unknown.text.startswith("名单上没有“无名氏”。请核对后再发")
