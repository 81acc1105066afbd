"""Whoever is to approve a digest is away: it does not wait for ever without a word."""

from datetime import date

from storage import Unit
from tests.bot.stores import CAMPAIGN
from tests.handlers.cast import Cast
from tests.handlers.test_review import posted
from tests.handlers.test_rules_and_drafts import take_rules
from tests.rehearsal_world import ADMIN, GROUP

AWAY = (
    "能批准的：演示管理员（不在，到3月3日）。"
    "要请别人批，在 /people 里打开那个人，按“角色”，给综合组（管理员）。"
)
AGAIN = "这一期已过发出时间一个工作日，还没有批准，群里没有收到。"


def _goes_away(unit: Unit) -> None:
    admin, comes = unit.people.actor(ADMIN), unit.people.person(CAMPAIGN, "演示财务部部长")
    assert admin
    days = (date(2023, 2, 20), date(2023, 3, 3))
    unit.stand_ins.begin(CAMPAIGN, (admin.person.id, comes.id), days, unit.now)


async def test_all_who_may_approve_are_away_and_are_told_once_more(cast: Cast) -> None:
    await cast.approve_group()
    await take_rules(cast, day="review: {required: true}\n  day: 27")
    await cast.rehearsal.clock.move(to="2023-02-23T09:00:00+08:00")
    assert "能批准的" not in (await cast.admin.hears("批准后才发")).text
    await cast.write(_goes_away)
    await cast.rehearsal.clock.move(to="2023-02-27T09:00:00+08:00")
    assert AWAY in (await cast.admin.hears("等您批准")).text
    await cast.rehearsal.clock.move(to="2023-03-02T10:00:00+08:00")
    again = [view for view in await cast.admin.messages() if view["text"].startswith(AGAIN)]
    assert len(again) == 1
    assert AWAY in again[0]["text"]
    assert await posted(cast) == []
    await cast.admin.press("批准并发出")
    assert "截至2023年2月27日 09:00" in (await cast.admin.inside(GROUP).hears("截至")).text
