"""A roster is taken as often as it is mended: ids stay, what is gone ends, roles follow the pairings."""

from datetime import date, timedelta

import pytest

from campaign.errors import NotFound
from campaign.people import Pairing
from campaign.roster import Roster, RosterRow
from campaign.vocabulary import Role
from tests.storage.play import NOW, ROSTER, Play, row


def _take(play: Play, *rows: RosterRow) -> list[Pairing]:
    play.write(lambda unit: unit.people.take_roster(play.id, Roster(rows, ()), NOW))
    return list(play.read(lambda unit: unit.people.pairings(play.id)))


def _roles(play: Play, name: str, telegram_id: int) -> set[Role]:
    person = play.read(lambda unit: unit.people.person(play.id, name))
    play.write(lambda unit: unit.people.bind(telegram_id, play.id, person.id, (), NOW))
    actor = play.read(lambda unit: unit.people.actor(telegram_id))
    assert actor
    return set(actor.roles)


def test_taking_it_twice_changes_nothing(play: Play) -> None:
    before = play.read(lambda unit: unit.people.pairings(play.id))
    assert _take(play, *ROSTER.rows) == before
    assert [(p.county.name, p.liaison.name, p.contact_person and p.contact_person.name) for p in before] == [
        ("演示甲县", "演示主席", "演示部长"),
        ("演示乙县", "演示主席", "演示部长"),
        ("演示丙县", "演示主席", "演示部长"),
    ]


def test_a_new_liaison_ends_the_old_pairing(play: Play) -> None:
    rows = (row("演示甲县", "演示副主席"), *ROSTER.rows[1:])
    assert [pairing.liaison.name for pairing in _take(play, *rows)] == ["演示副主席", "演示主席", "演示主席"]
    ended = "SELECT count(*) FROM pairing WHERE ended_at IS NOT NULL"
    with play.database.engine.connect() as connection:
        assert connection.exec_driver_sql(ended).scalar_one() == 1


def test_a_county_with_nobody_is_one_of_the_campaign(play: Play) -> None:
    rows = (*ROSTER.rows[:2], row("演示丙县", "", title=""))
    assert [pairing.county.name for pairing in _take(play, *rows)] == ["演示甲县", "演示乙县"]
    counties = play.read(lambda unit: unit.people.counties(play.id))
    assert [county.name for county in counties] == ["演示甲县", "演示乙县", "演示丙县"]


def _codes(play: Play) -> list[str | None]:
    with play.database.engine.connect() as connection:
        return list(connection.exec_driver_sql("SELECT code FROM unit ORDER BY position").scalars())


def test_codes_are_taken_and_a_change_without_them_keeps_them(play: Play) -> None:
    assert _codes(play) == [None, None, None]
    coded = [one._replace(code=f"99000{n}") for n, one in enumerate(ROSTER.rows[:2])]
    _take(play, *coded, ROSTER.rows[2])
    assert _codes(play) == ["990000", "990001", None]
    _take(play, *reversed(ROSTER.rows))
    assert _codes(play) == [None, "990001", "990000"]


def test_roles_follow_the_pairings(play: Play) -> None:
    assert _roles(play, "演示主席", 601) == {Role.LEADER}
    _take(play, *(row(name, "演示副主席") for name in play.counties))
    assert _roles(play, "演示主席", 601) == set()
    assert _roles(play, "演示副主席", 602) == {Role.LEADER}
    _take(play, *ROSTER.rows)
    assert _roles(play, "演示主席", 601) == {Role.LEADER}


def test_order_and_titles_are_mended(play: Play) -> None:
    rows = [row(name, title="常务副主席") for name in reversed(play.counties)]
    pairings = _take(play, *rows)
    assert [pairing.county.name for pairing in pairings] == ["演示丙县", "演示乙县", "演示甲县"]
    assert {pairing.liaison.title for pairing in pairings} == {"常务副主席"}
    assert {pairing.county.id for pairing in pairings} == set(play.counties.values())
    assert _take(play, *(row(name, title="") for name in play.counties))[0].liaison.title == "常务副主席"


def test_a_county_gone_without_a_trace_leaves_the_lists(play: Play) -> None:
    play.log("演示乙县", date(2023, 2, 1))
    _take(play, row("演示丙县"))
    names = [county.name for county in play.read(lambda unit: unit.people.counties(play.id))]
    assert names == ["演示丙县", "演示乙县"]
    listed = play.counts(play.windows(NOW.date()))
    assert [(counts.name, counts.liaison, counts.contacts) for counts in listed] == [
        ("演示丙县", "演示主席", 0),
        ("演示乙县", None, 1),
    ]
    _take(play, *ROSTER.rows)
    assert len(play.counts(play.windows(NOW.date()))) == 3


def test_several_liaisons_are_printed_in_order_and_once(play: Play) -> None:
    rows = [row("演示甲县", name, "演示部长") for name in ("演示副主席二", "演示副主席一")]
    _take(play, *ROSTER.rows, *rows)
    counts = play.counts(play.windows(NOW.date()))[0]
    assert (counts.liaison, counts.contact_person) == ("演示主席、演示副主席二、演示副主席一", "演示部长")


def test_a_county_without_a_contact_person(play: Play) -> None:
    pairings = _take(play, row("演示甲县", contact_person=""))
    assert pairings[0].contact_person is None
    assert play.counts(play.windows(NOW.date()))[0].contact_person is None


def test_aliases_come_from_the_rules(play: Play) -> None:
    aliases = {"甲州": "演示甲县", "甲郡": "演示甲县"}
    changed = play.definition.model_copy(update={"aliases": aliases})
    play.write(lambda unit: unit.campaigns.load(changed, NOW))
    county = play.read(lambda unit: unit.people.county(play.id, play.counties["演示甲县"]))
    assert county.aliases == ("甲州", "甲郡")


def test_who_is_not_there_is_not_found(play: Play) -> None:
    with pytest.raises(NotFound, match="nobody"):
        play.read(lambda unit: unit.people.person(play.id, "nobody"))
    with pytest.raises(NotFound):
        play.read(lambda unit: unit.people.county(play.id, 999))


def test_one_persons_pairings(play: Play) -> None:
    _take(play, row("演示甲县", "演示副主席", "演示主席"), row("演示乙县", "演示副主席"), row("演示丙县"))

    def of(name: str) -> list[str]:
        person = play.read(lambda unit: unit.people.person(play.id, name))
        pairings = play.read(lambda unit: unit.people.pairings(play.id, person.id))
        return [pairing.county.name for pairing in pairings]

    assert of("演示主席") == ["演示甲县", "演示丙县"]
    assert of("演示副主席") == ["演示甲县", "演示乙县"]


def test_two_thousand_counties_are_taken_in_one_go(play: Play) -> None:
    rows = [row(f"演示县{n}", f"演示领导{n % 90}", f"演示联系人{n}") for n in range(2000)]
    assert len(_take(play, *rows)) == 2000
    assert len(_take(play, *rows[1000:])) == 1000
    windows = play.windows(NOW.date() + timedelta(1))
    assert len(play.counts(windows)) == 1000
