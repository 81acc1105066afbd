"""Whose a contact is, and what stays with whom when a county is handed over."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest

from campaign.actions.corrections import correct_record
from campaign.corrections import as_draft
from campaign.definition import Definition
from campaign.drafts import Draft
from campaign.pairs import EVERYBODY
from campaign.people import Actor
from campaign.records import SavedRecord
from campaign.roles import Grant
from campaign.roster import Roster, RosterRow
from campaign.vocabulary import Role
from storage import Unit, migrate
from tests.storage.play import LOADED, NAMES, ROSTER, Play, row

HANDED_OVER = datetime(2023, 3, 9, 17, tzinfo=UTC)  # the 10th in Shanghai
DAY = date(2023, 3, 10)
ONE, OTHER, OFFICE = "演示主席", "演示副主席", "演示办公室"
SQL = (
    "SELECT p.name, t.contacts, t.days FROM pair_tally t JOIN person p ON p.id = t.liaison_id"
    " WHERE t.\"window\" = 'campaign' AND t.contacts > 0"
)


def _take(play: Play, at: datetime, *rows: RosterRow) -> None:
    play.write(lambda unit: unit.people.take_roster(play.id, Roster(rows, ()), at), at)


def _hand_over(play: Play) -> None:
    _take(play, HANDED_OVER, row(NAMES[0], OTHER), *ROSTER.rows[1:])


def _bind(play: Play, name: str, telegram_id: int, *roles: Role) -> None:
    def work(unit: Unit) -> None:
        if Role.ADMIN in roles:
            unit.people.add_admin(play.id, name)
        unit.people.bind(telegram_id, play.id, unit.people.person(play.id, name).id, roles, LOADED)

    play.write(work)


def _log(play: Play, day: date, days_later: int = 0, telegram_id: int = 501) -> SavedRecord:
    play.telegram_id = telegram_id
    at = datetime(day.year, day.month, day.day, 12, tzinfo=UTC) + timedelta(days_later)
    return play.log(NAMES[0], day, at=at)


def _of_pairs(play: Play) -> Mapping[str, tuple[int, int]]:
    with play.database.engine.connect() as connection:
        return {name: (contacts, days) for name, contacts, days in connection.exec_driver_sql(SQL)}


def test_what_was_before_stays_with_whom_it_was(play: Play) -> None:
    _log(play, DAY - timedelta(1))
    _hand_over(play)
    _log(play, DAY)
    _log(play, DAY + timedelta(1))
    assert _of_pairs(play) == {ONE: (1, 1), OTHER: (2, 2)}
    assert play.counts(play.windows(DAY))[0].contacts == 3


def test_a_contact_typed_late_goes_to_whose_day_it_was(play: Play) -> None:
    _hand_over(play)
    _log(play, DAY - timedelta(3), days_later=9)
    assert _of_pairs(play) == {ONE: (1, 1)}


def test_the_day_of_a_hand_over_belongs_to_both(play: Play) -> None:
    _bind(play, ONE, 601)
    _log(play, DAY - timedelta(1), telegram_id=601)
    _hand_over(play)
    _log(play, DAY, telegram_id=601)
    _log(play, DAY + timedelta(1), telegram_id=601)
    _log(play, DAY, telegram_id=501)
    assert _of_pairs(play) == {ONE: (2, 2), OTHER: (1, 1)}


def test_a_new_contact_person_takes_nothing_from_the_liaison(play: Play) -> None:
    _log(play, DAY)
    _take(play, HANDED_OVER, row(NAMES[0], ONE, "演示科长"), *ROSTER.rows[1:])
    _bind(play, "演示科长", 602)
    _log(play, DAY, telegram_id=602)
    assert _of_pairs(play) == {ONE: (2, 1)}
    with play.database.engine.connect() as connection:
        begun = connection.exec_driver_sql("SELECT DISTINCT begun_on FROM pairing").scalars().all()
    assert [str(day) for day in begun] == ["2022-11-15"]


@pytest.mark.parametrize(("liaisons", "credited"), [(1, {ONE: (1, 1)}), (2, {})])
def test_an_admin_types_for_the_only_pairing(
    play: Play, liaisons: int, credited: Mapping[str, tuple[int, int]]
) -> None:
    _bind(play, OFFICE, 603, Role.ADMIN)
    rows = (row(NAMES[0], ONE), row(NAMES[0], OTHER))[:liaisons]
    _take(play, LOADED, *rows, *ROSTER.rows[1:])
    _log(play, DAY, telegram_id=603)
    assert _of_pairs(play) == credited


def test_what_nobody_of_the_county_typed_is_the_countys_alone(play: Play) -> None:
    _take(play, LOADED, row(NAMES[0], OTHER, OFFICE), *ROSTER.rows[1:])
    _log(play, LOADED.date())
    _log(play, DAY)
    assert _of_pairs(play) == {ONE: (1, 1)}
    assert play.counts(play.windows(DAY))[0].contacts == 2


def test_a_correction_carries_the_credit_along(play: Play) -> None:
    record = _log(play, DAY - timedelta(1))
    _hand_over(play)
    _correct(play, record, DAY - timedelta(2))
    assert _of_pairs(play) == {ONE: (1, 1)}
    later = _log(play, DAY + timedelta(3))
    _correct(play, later, DAY - timedelta(3))
    assert _of_pairs(play) == {ONE: (2, 2)}
    play.withdraw(later, datetime(2023, 4, 1, tzinfo=UTC))
    assert _of_pairs(play) == {ONE: (1, 1)}


def _correct(play: Play, record: SavedRecord, day: date) -> None:
    def work(unit: Unit) -> None:
        actor: Actor | None = unit.people.actor(play.telegram_id)
        draft: Draft | None = unit.drafts.get(record.draft_id)
        assert actor
        assert draft
        target = as_draft(record, draft)
        moved = target.contacts[0].model_copy(update={"day": day})
        correct_record(unit, actor, record.draft_id, target.model_copy(update={"contacts": (moved,)}))

    play.write(work, datetime(2023, 3, 20, tzinfo=UTC))


def test_records_from_before_get_their_credit(store_url: str, play: Play) -> None:
    _log(play, DAY - timedelta(1))
    _hand_over(play)
    _log(play, DAY + timedelta(1))
    before = _of_pairs(play)
    play.database.close()
    migrate.downgrade(store_url, "0005")
    migrate.upgrade(store_url)
    assert _of_pairs(play) == before == {ONE: (1, 1), OTHER: (1, 1)}


def test_what_an_admin_typed_stays_credited_when_he_is_none_any_more(play: Play) -> None:
    _bind(play, OFFICE, 603, Role.ADMIN)
    _bind(play, "演示部长", 604, Role.ADMIN)
    _take(play, LOADED, row(NAMES[0], ONE), *ROSTER.rows[1:])
    record = _log(play, DAY, telegram_id=603)
    office = play.actor.person.id
    ended = datetime(2023, 3, 15, tzinfo=UTC)
    play.write(lambda unit: unit.members.end(play.id, office, Role.ADMIN, ended), ended)
    play.telegram_id = 604
    _correct(play, record, DAY - timedelta(1))
    assert _of_pairs(play) == {ONE: (1, 1)}


def test_whose_time_as_an_admin_was_over_typed_for_nobody(play: Play) -> None:
    _bind(play, OFFICE, 603, Role.ADMIN)
    office = play.read(lambda unit: unit.people.person(play.id, OFFICE)).id
    given = (Grant(Role.ADMIN, last=DAY - timedelta(1)), Grant(Role.DEPARTMENT))
    for grant in given:
        play.write(partial(_give, play.id, office, grant))
    _take(play, LOADED, row(NAMES[0], ONE), *ROSTER.rows[1:])
    _log(play, DAY - timedelta(1), telegram_id=603)
    _log(play, DAY, telegram_id=603)
    assert _of_pairs(play) == {ONE: (1, 1)}


def _give(campaign_id: str, person_id: int, grant: Grant, unit: Unit) -> None:
    unit.members.give(campaign_id, person_id, grant, LOADED)


def test_what_held_from_the_first_day_holds_from_an_earlier_one(play: Play) -> None:
    earlier = play.definition.start - timedelta(10)
    later = play.definition.start + timedelta(10)
    for start in (later, earlier):
        rules = play.definition.model_copy(update={"start": start})
        play.write(partial(_rule, rules))
        assert {counts.first_day for counts in play.counts(play.windows(DAY))} == {start}
    _hand_over(play)
    play.write(partial(_rule, play.definition.model_copy(update={"start": later})))
    play.write(partial(_rule, play.definition.model_copy(update={"start": earlier})))
    _log(play, earlier, days_later=20)
    assert _of_pairs(play) == {ONE: (1, 1)}
    pairs = play.read(lambda unit: unit.standings.pairs(play.id, EVERYBODY))
    assert [pair.since for pair in pairs] == [earlier, earlier, DAY]


def _rule(rules: Definition, unit: Unit) -> None:
    unit.campaigns.load(rules, LOADED)


def test_old_pairings_have_begun_with_the_first_contact_person(store_url: str, play: Play) -> None:
    for number, name in enumerate(("演示科长", "演示主任", "演示专员")):
        _take(play, HANDED_OVER + timedelta(number), row(NAMES[0], ONE, name), *ROSTER.rows[1:])
    play.database.close()
    migrate.downgrade(store_url, "0005")
    migrate.upgrade(store_url)
    with play.database.engine.connect() as connection:
        begun = connection.exec_driver_sql("SELECT DISTINCT begun_on FROM pairing").scalars().all()
    assert [str(day) for day in begun] == ["2022-11-15"]


def test_old_contacts_of_an_admin_stay_credited_when_he_is_none_any_more(store_url: str, play: Play) -> None:
    _bind(play, OFFICE, 603, Role.ADMIN)
    _take(play, LOADED, row(NAMES[0], ONE), *ROSTER.rows[1:])
    _log(play, DAY, telegram_id=603)
    ended, office = datetime(2023, 3, 15, tzinfo=UTC), play.actor.person.id
    play.write(lambda unit: unit.members.end(play.id, office, Role.ADMIN, ended), ended)
    play.database.close()
    migrate.downgrade(store_url, "0005")
    migrate.upgrade(store_url)
    assert _of_pairs(play) == {ONE: (1, 1)}
