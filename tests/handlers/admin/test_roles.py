"""Roles: given and taken back in chat, with days, and over at once."""

from storage import Unit
from tests.bot.stores import CAMPAIGN
from tests.handlers.cast import VISIT, Cast, lines, said


async def _open(cast: Cast, name: str) -> None:
    await cast.admin.ask(f"/people {name}")
    await cast.admin.press("角色")


def _roles_audited(unit: Unit) -> list[tuple[str, str]]:
    rows = unit.audit.latest(CAMPAIGN, 10)
    return [(row.action, row.subject) for row in rows if row.action.startswith("role.")]


async def test_a_role_is_given_and_taken_back(cast: Cast) -> None:
    assert "只有" in (await cast.anna.ask("/people")).text
    await cast.admin.ask("/people 经审办")
    shown = await cast.admin.press("角色")
    assert lines(shown) == ["演示经审办主任的角色", "联系人（随对口联系安排表）"]
    assert shown.buttons == [
        ["＋管理员（综合组）", "＋推进组", "＋宣传组"],
        ["＋监督组", "＋部门", "＋县级工会"],
        ["＋观察员"],
        ["返回"],
    ]
    given = await cast.admin.press("＋管理员")
    assert given.toasts == ["已生效"]
    assert lines(given)[-1] == "管理员（综合组），长期"
    assert lines(await cast.anna.ask("/people"))[0].startswith("名单（共 21 人")
    asked = await cast.admin.press("收回")
    assert lines(asked)[0].startswith("收回“演示经审办主任”的管理员（综合组）？马上生效")
    await cast.admin.press("不改了")
    await cast.admin.press("收回")
    ended = await cast.admin.press("确认")
    assert ended.toasts == ["已收回，马上生效"]
    assert "只有管理员可以做" in (await cast.anna.ask("/people")).text
    card = await cast.admin.press("返回")
    assert lines(card)[0].startswith("演示经审办主任")
    assert await cast.stored(_roles_audited) == [
        ("role.end", "演示经审办主任"),
        ("role.give", "演示经审办主任"),
    ]


async def test_a_role_ends_with_its_last_day(cast: Cast) -> None:
    await _open(cast, "经审办")
    await cast.admin.press("＋监督组")
    await cast.admin.press("改期限")
    wrong = await cast.admin.ask("过几天")
    assert wrong.text.startswith("没看懂期限")
    shown = await cast.admin.ask("到2月21日")
    assert lines(shown)[-1] == "监督组，到2月21日为止"
    assert "监督组" in (await cast.admin.ask("/people 经审办")).text
    await cast.rehearsal.clock.move(to="2023-02-21T23:00:00+08:00")
    assert "监督组" in (await cast.admin.ask("/people 经审办")).text
    await cast.rehearsal.clock.move(to="2023-02-22T08:00:00+08:00")
    assert "监督组" not in (await cast.admin.ask("/people 经审办")).text


async def test_a_role_that_begins_later(cast: Cast) -> None:
    await _open(cast, "经审办")
    await cast.admin.press("＋管理员")
    await cast.admin.press("改期限")
    shown = await cast.admin.ask("3月1日至6月30日")
    assert lines(shown)[-1] == "管理员（综合组），3月1日至6月30日"
    assert "只有管理员可以做" in (await cast.anna.ask("/people")).text
    await cast.rehearsal.clock.move(to="2023-03-01T08:00:00+08:00")
    assert lines(await cast.anna.ask("/people"))[0].startswith("名单")


async def test_the_last_admin_stays(cast: Cast) -> None:
    await _open(cast, "演示管理员")
    await cast.admin.press("收回")
    refused = await cast.admin.press("确认")
    assert said(refused) == [
        "alert: 至少要有一位已绑定、不限期的管理员，没有改动。请先让另一位管理员绑定账号。"
    ]
    await cast.admin.press("不改了")
    await cast.admin.press("改期限")
    assert "至少要有一位" in (await cast.admin.ask("到6月30日")).text
    assert lines(await cast.admin.ask("/people"))[0].startswith("名单")


async def test_somebody_new_is_taken_up_and_invited(cast: Cast) -> None:
    await cast.admin.ask("/people")
    await cast.admin.press("增加人员")
    for words, answer in (
        ("演示督查员", "要写姓名和角色"),
        ("演示督查员 不知道", "没看懂角色或县名"),
        ("演示督查员 监督组 过几天", "没看懂期限"),
        ("演示经审办主任 监督组", "名单里已有这个人"),
    ):
        assert (await cast.admin.ask(words)).text.startswith(answer)
    shown = await cast.admin.ask("演示督查员 监督组 到6月30日")
    assert shown.text == "增加“演示督查员”：监督组，到6月30日为止。"
    card = await cast.admin.press("确认")
    assert lines(card) == ["演示督查员", "监督组", "未绑定"]
    invited = await cast.admin.press("邀请")
    code = invited.text.partition("start=")[2].split()[0]
    assert "演示督查员" in (await cast.newcomer.ask(f"/start {code}")).text
    assert "只有联系领导和联系人可以做" in (await cast.newcomer.ask(VISIT)).text
    assert lines(await cast.newcomer.ask("/county 修水"))[0].startswith("修水县")


async def test_a_county_is_taken_up_by_its_name(cast: Cast) -> None:
    await cast.admin.ask("/people")
    await cast.admin.press("增加人员")
    shown = await cast.admin.ask("演示县工会主席 修水县")
    assert shown.text == "增加“演示县工会主席”：县级工会（修水县），长期。"
    card = await cast.admin.press("确认")
    assert lines(card)[1] == "县级工会"


async def test_who_has_nothing_left_is_a_stranger_also_to_old_buttons(cast: Cast) -> None:
    await cast.admin.ask("/people")
    await cast.admin.press("增加人员")
    await cast.admin.ask("演示部门负责人 部门")
    await cast.admin.press("确认")
    code = (await cast.admin.press("邀请")).text.partition("start=")[2].split()[0]
    await cast.newcomer.ask(f"/start {code}")
    card = (await cast.newcomer.ask(VISIT)).last
    await _open(cast, "演示部门负责人")
    await cast.admin.press("收回")
    ended = await cast.admin.press("确认")
    assert lines(ended)[-1] == "已没有任何角色，不能再用机器人。"
    stale = await cast.press_stale(cast.newcomer, card, "保存")
    assert await cast.contacts() == 0
    assert said(stale) == []
    assert "角色已到期或已收回" in (await cast.newcomer.ask("/my")).text
