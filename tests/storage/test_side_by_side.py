"""Units of work that meet: whoever comes second sees what the first one did."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from datetime import UTC, date, datetime
from typing import Any

import pytest

from campaign.actions.invites import issue_invite, redeem_invite
from campaign.errors import CodeWrong
from campaign.roster import Roster
from campaign.vocabulary import DigestState, Role
from digests.posting import decide_offer
from storage import Database, Unit
from tests.storage.play import NAMES, NOW, ROSTER, Play

DAY = date(2023, 2, 20)
LATER = datetime(2023, 2, 21, 1, tzinfo=UTC)
Work = Callable[[Unit], object]


def overlapping(database: Database, first: Work, second: Work) -> Future[Any]:
    """Start the second unit of work when the first has done everything but commit; return its outcome."""
    started: list[Future[Any]] = []
    with ThreadPoolExecutor(1) as threads:

        def work(unit: Unit) -> None:
            first(unit)
            started.append(threads.submit(database.write, second, NOW))
            wait(started, timeout=0.3)

        database.write(work, NOW)
    return started[0]


def test_a_code_binds_one_of_two_accounts(play: Play) -> None:
    person = play.read(lambda unit: unit.people.person(play.id, "演示部长"))
    play.write(lambda unit: issue_invite(unit, play.id, person, (), "CODE"))
    second = overlapping(
        play.database,
        lambda unit: redeem_invite(unit, 601, "CODE"),
        lambda unit: redeem_invite(unit, 602, "CODE"),
    )
    with pytest.raises(CodeWrong):
        second.result()
    assert play.read(lambda unit: (unit.people.actor(601), unit.people.actor(602)))[1] is None


def decide_posted(unit: Unit, claimed: int) -> None:
    unit.digests.get(claimed)
    unit.digests.set_state(claimed, DigestState.POSTED)


def test_of_two_admins_the_first_one_s_decision_stands(play: Play) -> None:
    admin = play.write(lambda unit: unit.people.add_admin(play.id, "演示管理员"))
    play.write(lambda unit: unit.people.bind(701, play.id, admin.id, (Role.ADMIN,), NOW))
    actor = play.read(lambda unit: unit.people.actor(701))
    assert actor
    claimed = play.write(lambda unit: unit.digests.claim(play.id, "two_month", NOW, -1, DigestState.OFFERED))
    assert claimed
    second = overlapping(
        play.database,
        lambda unit: decide_posted(unit, claimed),
        lambda unit: decide_offer(unit, actor, claimed, post=False),
    )
    assert second.result() is DigestState.POSTED
    digest = play.read(lambda unit: unit.digests.get(claimed))
    assert digest
    assert digest.state == DigestState.POSTED


def changed_rules(play: Play) -> Work:
    """Load rules whose two-month windows end on other days."""
    digests = play.definition.digests.model_copy(update={"day": 24})
    changed = play.definition.model_copy(update={"digests": digests})
    return lambda unit: unit.campaigns.load(changed, NOW)


def saving(play: Play, county: str) -> Work:
    draft = play.draft(play.contact(county, DAY))

    def save(unit: Unit) -> object:
        actor = unit.people.actor(play.telegram_id)
        assert actor
        unit.drafts.put(draft, NOW)
        return unit.records.save(draft, actor, unit.campaigns.plan(play.id), NOW)

    return save


@pytest.mark.parametrize("rules_first", [True, False])
def test_a_card_saved_while_the_rules_change_is_in_every_tally(play: Play, rules_first: bool) -> None:
    play.log(NAMES[1], DAY)
    works = [saving(play, NAMES[0]), changed_rules(play)]
    overlapping(play.database, *(reversed(works) if rules_first else works)).result()
    windows = play.windows(DAY)
    assert play.counts(windows) == play.counts(windows, as_of=LATER)
    assert [row.period_contacts for row in play.counts(windows)] == [1, 1, 0]


def without(play: Play, county: str) -> Work:
    rest = Roster(tuple(row for row in ROSTER.rows if row.county != county), ())
    return lambda unit: unit.people.take_roster(play.id, rest, NOW)


@pytest.mark.parametrize("roster_first", [True, False])
def test_a_county_that_leaves_while_a_card_is_saved_stays_on_the_lists(
    play: Play, roster_first: bool
) -> None:
    works = [saving(play, NAMES[0]), without(play, NAMES[0])]
    overlapping(play.database, *(reversed(works) if roster_first else works)).result()
    assert [row.contacts for row in play.counts(play.windows(DAY)) if row.name == NAMES[0]] == [1]


def test_a_card_of_a_county_that_left_puts_it_back_on_the_lists(play: Play) -> None:
    play.write(without(play, NAMES[0]))
    assert NAMES[0] not in {row.name for row in play.counts(play.windows(DAY))}
    play.log(NAMES[0], DAY)
    assert [row.contacts for row in play.counts(play.windows(DAY)) if row.name == NAMES[0]] == [1]
    listed = play.read(lambda unit: [county.name for county in unit.people.counties(play.id)])
    assert NAMES[0] in listed
