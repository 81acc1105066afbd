"""Who is no longer in the roster is a stranger: no records, no figures."""

from campaign.roster import Roster
from storage import Unit
from tests.bot.stores import CAMPAIGN, opened
from tests.handlers.cast import Cast, lines
from tests.rehearsal_world import ANNA


def _leave(unit: Unit) -> None:
    unit.people.take_roster(CAMPAIGN, Roster((), ()), unit.now)


async def test_who_left_the_roster_is_told_nothing_more(cast: Cast) -> None:
    assert "进展情况" in (await cast.anna.ask("/status")).text
    database = opened(cast.url)
    database.write(_leave, await cast.rehearsal.clock.now())
    database.close()
    actor = await cast.stored(lambda unit: unit.people.actor(ANNA))
    assert actor
    assert not actor.roles
    assert lines(await cast.anna.ask("/status"))[0].startswith("您好，这里是工会专班内部使用的登记助手")
    for text in ("/status", "/uncovered", "/my", "/help"):
        assert len(await cast.anna.tell(text)) == 0
    assert "进展情况" in (await cast.admin.ask("/status")).text
