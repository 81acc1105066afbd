"""Of a nation's pictures a group gets one; a province's goes to who asks for it, in private."""

from campaign.divisions import load_divisions
from campaign.roles import Grant
from campaign.roster import Roster, RosterRow
from campaign.vocabulary import Role
from storage import Unit
from tests.bot.stores import CAMPAIGN
from tests.handlers.cast import Cast, said
from tests.rehearsal_world import GROUP, LEADER

DRAFTED, DUE = "2023-02-23T09:00:00+08:00", "2023-02-27T09:00:00+08:00"
SIZES = {"安徽省": 104, "四川省": 110}
LABEL = "看各省的图"


def _two_provinces(unit: Unit) -> None:
    divisions = load_divisions()
    found = [row for name, size in SIZES.items() for row in divisions.within(name)[:size]]
    rows = tuple(
        RosterRow(n, row.name, row.prefecture, "演示主席", "", "", "") for n, row in enumerate(found)
    )
    unit.people.take_roster(CAMPAIGN, Roster(rows, ()), unit.now)


async def test_a_province_is_sent_to_who_asks(cast: Cast) -> None:
    await cast.approve_group()
    await cast.write(_two_provinces)
    await cast.rehearsal.clock.move(to=DRAFTED)
    drafts = [view for view in await cast.admin.messages() if view["text"].startswith("草稿：")]
    assert [[b["text"] for row in view["buttons"] for b in row] for view in drafts] == [[LABEL]]
    await cast.admin.press(LABEL)
    assert (await cast.admin.press("四川")).text == (
        "【演示】双月调度：四川省县级工会联系情况图，截至2023年2月27日 09:00"
    )
    await cast.rehearsal.clock.move(to=DUE)
    group = cast.admin.inside(GROUP)
    assert len([view for view in await group.messages() if "情况图" in view["text"]]) == 1
    picture = await group.hears("联系情况图")
    assert (picture.text, picture.buttons) == (
        "【演示】双月调度：县级工会联系情况图，截至2023年2月27日 09:00",
        [[LABEL]],
    )
    assert said(await cast.press_stale(group, picture, LABEL)) == [
        "alert: 省名单已私聊发给您，点省名就发图。"
    ]
    offered = await cast.admin.hears("看哪个省的图？")
    assert offered.buttons == [["安徽", "四川"]]
    shown = await cast.admin.press("安徽", offered.id)
    assert "安徽省县级工会联系情况图" in shown.text
    unbound = await cast.press_stale(cast.anna.inside(GROUP), picture, LABEL)
    assert said(unbound) == ["alert: 图只给已绑定的同志看。请先打开与机器人的私聊，按提示绑定。"]


def _observer(unit: Unit) -> None:
    person = unit.people.add_person(CAMPAIGN, "演示观察员")
    unit.members.give(CAMPAIGN, person.id, Grant(Role.OBSERVER), unit.now)
    unit.people.bind(LEADER, CAMPAIGN, person.id, (), unit.now)


async def test_the_picture_of_this_moment_opens_its_provinces_to_all_who_see_it(cast: Cast) -> None:
    await cast.approve_group()
    await cast.write(_two_provinces)
    await cast.write(_observer)
    shown = await cast.admin.inside(GROUP).ask("/digest")
    assert shown.last.buttons == [[LABEL]]
    await cast.press_stale(cast.leader.inside(GROUP), shown.last, LABEL)
    offered = await cast.leader.hears("看哪个省的图？")
    drawn = await cast.leader.press("四川", offered.id)
    assert "四川省县级工会联系情况图" in drawn.text
