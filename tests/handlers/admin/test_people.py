"""The roster's people: who is bound and who is not, and accounts taken away and given anew."""

from campaign.roster import Roster
from storage import Unit
from tests.bot.stores import CAMPAIGN
from tests.handlers.cast import VISIT, Cast, lines, said


async def _open(cast: Cast, name: str) -> None:
    await cast.admin.ask(f"/people {name}")


def _audited(unit: Unit) -> list[str]:
    return [row.action for row in unit.audit.latest(CAMPAIGN, 10) if row.action != "campaign.load"]


async def test_who_is_not_bound_stands_first(cast: Cast) -> None:
    shown = await cast.admin.ask("/people")
    assert lines(shown)[:3] == [
        "名单（共 21 人：未绑定 17，已绑定 4）",
        "未绑定",
        "1. 演示副主席一（市总工会副主席）",
    ]
    assert lines(shown)[-1] == "……另有 11 人，按“下一页”"
    assert shown.buttons == [
        ["1", "2", "3", "4", "5"],
        ["6", "7", "8", "9", "10"],
        ["下一页"],
        ["改某县的对口联系", "增加人员"],
    ]
    await cast.admin.press("下一页")
    last = await cast.admin.press("下一页")
    assert lines(last)[-1] == "按编号打开。"
    assert last.buttons == [["21"], ["上一页"], ["改某县的对口联系", "增加人员"]]
    await cast.done(await cast.bo.block())
    first = await cast.admin.press("上一页")
    assert "已屏蔽机器人 1" in lines(first)[0]


async def test_a_person_is_found_by_a_part_of_the_name(cast: Cast) -> None:
    card = await cast.admin.ask("/people 权益部")
    assert lines(card) == [
        "演示权益部部长（市总工会权益维护部部长）",
        "联系人，对口联系：庐山市",
        "未绑定",
    ]
    assert card.buttons == [["邀请"], ["换人", "请人代联系"], ["改姓名", "角色"], ["返回名单"]]
    assert lines(await cast.admin.press("返回名单"))[0].startswith("名单（共 21 人")
    assert (await cast.admin.ask("/people 无此人")).text == "名单里没有姓名含“无此人”的人。"
    assert lines(await cast.admin.ask("/people 部长"))[0].startswith("名单（共 ")


async def test_an_invite_is_made_and_revoked(cast: Cast) -> None:
    await _open(cast, "权益部")
    made = await cast.admin.press("邀请")
    assert made.toasts == ["邀请已写好，请转给本人"]
    assert lines(made)[0].startswith("演示权益部部长，您好！请点击链接绑定账号")
    code = made.text.partition("start=")[2].split()[0]
    card = await cast.admin.ask("/people 权益部")
    assert lines(card)[-1] == "未绑定 · 已发邀请，2月26日（含）前有效"
    assert card.buttons == [
        ["重新邀请（旧的作废）"],
        ["作废邀请"],
        ["换人", "请人代联系"],
        ["改姓名", "角色"],
        ["返回名单"],
    ]
    assert lines(await cast.admin.press("作废邀请"))[0].startswith("作废“演示权益部部长”的邀请？")
    revoked = await cast.admin.press("确认")
    assert revoked.toasts == ["邀请已作废"]
    assert lines(revoked)[-1] == "未绑定"
    assert (await cast.newcomer.ask(f"/start {code}")).text.startswith("邀请码已过期或已用过")
    assert await cast.stored(_audited) == ["invite.revoke", "invite.issue"]


async def test_unbinding_takes_the_account_away_and_says_so(cast: Cast) -> None:
    await _open(cast, "经审办")
    asked = await cast.admin.press("解除绑定")
    assert asked.buttons == [["确认", "不改了"]]
    assert lines(await cast.admin.press("不改了"))[-1] == "已绑定"
    await cast.admin.press("解除绑定")
    done = await cast.admin.press("确认")
    assert done.toasts == ["已解除绑定"]
    assert lines(done)[-1] == "未绑定"
    assert (await cast.anna.hears("解除")).text == (
        "管理员已解除这个账号的绑定，登记过的内容都在。如有疑问，请与专班联系。"
    )
    assert "邀请链接绑定账号" in (await cast.anna.ask(VISIT)).text
    assert await cast.contacts() == 0
    assert await cast.stored(_audited) == ["account.unbind"]


async def test_a_changed_account_takes_the_place_of_the_old_one(cast: Cast) -> None:
    await _open(cast, "经审办")
    await cast.admin.press("更换账号")
    done = await cast.admin.press("确认")
    code = done.text.partition("start=")[2].split()[0]
    assert "邀请链接绑定账号" in (await cast.anna.ask("/my")).text
    assert "演示经审办主任" in (await cast.newcomer.ask(f"/start {code}")).text
    assert lines(await cast.newcomer.ask("/my"))[1].startswith("修水县")


async def test_a_decision_on_what_has_changed_is_refused(cast: Cast) -> None:
    await _open(cast, "经审办")
    await cast.admin.press("解除绑定")
    confirm = (await cast.admin.messages())[-1]["id"]
    await _open(cast, "经审办")
    await cast.admin.press("解除绑定")
    await cast.admin.press("确认")
    stale = await cast.admin.press("确认", confirm)
    assert said(stale) == ["alert: 这个人的情况刚有变化，没有改动。发送 /people 查看后再操作。"]


async def test_an_old_button_makes_no_new_code(cast: Cast) -> None:
    await _open(cast, "权益部")
    made = await cast.admin.press("邀请")
    old = (await cast.admin.ask("/people 权益部")).last
    code = made.text.partition("start=")[2].split()[0]
    await cast.admin.press("重新邀请")
    stale = await cast.press_stale(cast.admin, old, "重新邀请（旧的作废）")
    assert said(stale) == ["alert: 这个人的邀请刚有变化，或已绑定，没有另发邀请。发送 /people 查看后再操作。"]
    assert "已过期或已用过" in (await cast.newcomer.ask(f"/start {code}")).text
    assert await cast.stored(_audited) == ["invite.issue", "invite.issue"]


async def test_who_is_no_longer_on_the_roster_gets_no_code(cast: Cast) -> None:
    await _open(cast, "权益部")
    old = (await cast.admin.ask("/people 权益部")).last
    await cast.write(lambda unit: unit.people.take_roster(CAMPAIGN, Roster((), ()), unit.now))
    stale = await cast.press_stale(cast.admin, old, "邀请")
    assert said(stale) == ["alert: 名单里已没有这个人。发送 /people 查看最新名单。"]


async def test_nobody_takes_away_his_own_account_or_looks_without_being_an_admin(cast: Cast) -> None:
    own = await cast.admin.ask("/people 演示管理员")
    assert own.buttons == [["改姓名", "角色"], ["返回名单"]]
    assert (await cast.anna.ask("/people")).text == "这项操作只有管理员可以做。"
