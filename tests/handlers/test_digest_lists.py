"""Below a digest in a group, two buttons open the lists behind its figures, to each by his permissions."""

from campaign.roles import Grant
from campaign.vocabulary import Role
from storage import Unit
from tests.bot.stores import CAMPAIGN
from tests.handlers.cast import VISIT, Cast, said
from tests.rehearsal_world import GROUP, LEADER

DIGEST = "2023-02-27T09:00:00+08:00"
LABELS = ["未登记名单", "问题清单"]


def _leave(unit: Unit) -> None:
    actor = unit.people.actor(LEADER)
    assert actor
    unit.members.unbind(CAMPAIGN, actor.person.id)


def _join_observer(unit: Unit) -> None:
    person = unit.people.add_person(CAMPAIGN, "演示观察员")
    unit.members.give(CAMPAIGN, person.id, Grant(Role.OBSERVER), unit.now)
    unit.people.bind(LEADER, CAMPAIGN, person.id, (), unit.now)


async def test_a_figure_opens_its_list_in_private(cast: Cast) -> None:
    await cast.anna.ask(VISIT)
    await cast.anna.press("保存")
    await cast.approve_group()
    await cast.rehearsal.clock.move(to=DIGEST)
    group = cast.anna.inside(GROUP)
    digest = await group.hears("双月调度")
    assert digest.buttons == [LABELS]
    await cast.bo.ask("今天到武宁县实地调研，座谈3人")
    await cast.bo.press("保存")
    assert said(await cast.press_stale(group, digest, "未登记名单")) == ["alert: 清单已私聊发给您。"]
    listed = (await cast.anna.hears("未登记联系的县级工会")).text.splitlines()
    assert listed[0] == "【演示】双月调度"
    assert any(line.startswith("· 武宁县（") for line in listed)
    assert not any(line.startswith("· 修水县（") for line in listed)
    await cast.press_stale(group, digest, "问题清单")
    assert "活动阵地不足" in (await cast.anna.hears("未解决的问题")).text
    await cast.write(_leave)
    seen = cast.leader.inside(GROUP)
    stranger = await cast.press_stale(seen, digest, "未登记名单")
    assert said(stranger) == ["alert: 清单只给已绑定的同志看。请先打开与机器人的私聊，按提示绑定。"]
    await cast.write(_join_observer)
    refused = await cast.press_stale(seen, digest, "问题清单")
    assert said(refused) == ["alert: 这项操作只有联系领导、联系人和专班各组可以做。"]
    await cast.rehearsal.clock.move(advance=60)
    await cast.press_stale(seen, digest, "未登记名单")
    assert (await cast.leader.hears("未登记联系的县级工会")).text.splitlines() == listed
