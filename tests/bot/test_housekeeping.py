"""The sweep of the running program: after a hundred days only what is owed, open or a record is left."""

from datetime import datetime, timedelta

from bot.housekeeping import sweep
from campaign.drafts import Draft, DraftIssue
from campaign.ports import Store
from campaign.roles import Grant
from campaign.vocabulary import Role
from storage import Unit
from tests.bot.stores import BOT, CAMPAIGN, opened
from tests.rehearsal_world import ANNA, START, STRANGER


def _fill(unit: Unit) -> None:
    unit.outbox.owe("sent", ANNA, "plain", {}, START)
    unit.outbox.owe("owed", ANNA, "plain", {}, START)
    unit.outbox.mark_sent(1, 1)
    unit.drafts.put(_card(unit), START)


def _card(store: Store) -> Draft:
    actor = store.people.actor(ANNA)
    assert actor
    return Draft(
        id="card",
        campaign_id=CAMPAIGN,
        author_id=actor.person.id,
        chat_id=ANNA,
        written_at=START,
        issues=(DraftIssue(text="x"),),
    )


def _left(unit: Unit) -> tuple[list[str], bool]:
    return [row.key for row in unit.outbox.due(unit.now, 10)], unit.drafts.get("card") is not None


def test_what_is_over_goes_in_its_time(filled: str) -> None:
    database = opened(filled)
    database.write(_fill, START)
    for days, card in ((1, True), (89, True), (91, False), (1000, False)):
        now: datetime = START + timedelta(days=days)
        database.write(lambda unit: sweep(unit, BOT), now)
        assert database.read(_left, now) == (["owed"], card)
    database.close()


def _sent_to_a_county(unit: Unit) -> None:
    county = unit.people.counties(CAMPAIGN)[0]
    person = unit.people.add_person(CAMPAIGN, "演示县级工会")
    unit.members.give(CAMPAIGN, person.id, Grant(Role.COUNTY, county.id), unit.now)
    unit.people.bind(STRANGER, CAMPAIGN, person.id, (), unit.now)
    unit.outbox.owe("county", STRANGER, "plain", {}, START)
    unit.outbox.mark_sent(1, 1)


def test_what_was_sent_to_counties_is_counted_by_the_longest_digest(filled: str) -> None:
    database = opened(filled)
    database.write(_sent_to_a_county, START)
    before = START - timedelta(days=1)
    for days, counted in ((300, 1), (500, 0)):
        now: datetime = START + timedelta(days=days)
        database.write(lambda unit: sweep(unit, BOT), now)
        found = database.read(lambda unit: unit.reports.county_messages(CAMPAIGN, before, unit.now), now)
        assert found == counted
    database.close()
