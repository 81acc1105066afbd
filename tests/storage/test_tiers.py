"""Two campaigns on one install: what each knows of the other's counties, and when it knows nothing."""

from datetime import date, timedelta

import pytest

from campaign.actions.tiers import overlapping, union_of_tiers
from campaign.days import Days
from campaign.frame import Tier
from campaign.pairing_limits import PairingLimits
from campaign.roster import Roster
from campaign.tiers import Reached, TierCounty, Union, unions
from campaign.vocabulary import Channel
from storage import Database
from tests.campaign.plans import jiujiang
from tests.storage.play import LOADED, NAMES, ROSTER, Play, row

DAY, LATER = date(2023, 2, 10), date(2023, 2, 15)


@pytest.fixture
def city(database: Database) -> Play:
    return Play(database, jiujiang(id="city", linked=("province",)))


@pytest.fixture
def province(database: Database) -> Play:
    rules = jiujiang(id="province", tier=Tier.PROVINCE, linked=("city",))
    return Play(database, rules, telegram_id=601)


def _unions(play: Play) -> dict[str, Union]:
    found = play.read(lambda unit: union_of_tiers(unit, play.id))
    return {union.own.name: union for union in found}


def test_who_reached_a_county(city: Play, province: Play) -> None:
    for day in (DAY, LATER):
        province.log(NAMES[0], day)
    province.log(NAMES[1], DAY)
    city.log(NAMES[1], LATER)
    found = _unions(city)
    assert [union.reached for union in found.values()] == [Reached.OTHERS, Reached.BOTH, Reached.NOBODY]
    assert found[NAMES[0]].latest == TierCounty(
        Tier.PROVINCE, province.counties[NAMES[0]], None, "演示市", NAMES[0], LATER, paired=True
    )
    assert [union.reached for union in _unions(province).values()] == [
        Reached.OWN,
        Reached.BOTH,
        Reached.NOBODY,
    ]


def test_what_was_withdrawn_is_no_contact_of_any_tier(city: Play, province: Play) -> None:
    province.withdraw(province.log(NAMES[0], DAY))
    assert _unions(city)[NAMES[0]].reached is Reached.NOBODY


def test_a_county_that_nobody_is_paired_with(city: Play, province: Play) -> None:
    alone = Roster((*ROSTER.rows[:2], row(NAMES[2], "", title="")), ())
    city.write(lambda unit: unit.people.take_roster(city.id, alone, LOADED))
    assert not _unions(city)[NAMES[2]].unpaired
    province.write(lambda unit: unit.people.take_roster(province.id, alone, LOADED))
    assert [name for name, union in _unions(city).items() if union.unpaired] == [NAMES[2]]


@pytest.mark.parametrize("linked", [(), ("elsewhere",)])
def test_a_link_holds_both_ways_or_not_at_all(
    database: Database, city: Play, linked: tuple[str, ...]
) -> None:
    Play(database, jiujiang(id="province", tier=Tier.PROVINCE, linked=linked), telegram_id=601)
    assert _unions(city) == {}


def test_a_campaign_that_is_not_here_tells_nothing(city: Play) -> None:
    assert _unions(city) == {}


def _told(code: str | None, name: str, prefecture: str = "演示市") -> TierCounty:
    return TierCounty(Tier.CITY, 1, code, prefecture, name, DAY, paired=True)


@pytest.mark.parametrize(
    ("own", "other", "same"),
    [
        (_told("360421", "甲县"), _told("360421", "甲区"), True),
        (_told(None, "甲县"), _told("360421", "甲县"), True),
        (_told("360421", "甲县"), _told("360999", "甲县"), False),
        (_told(None, "甲县"), _told(None, "甲县", "另一市"), False),
    ],
)
def test_a_county_is_known_by_its_code_or_else_by_its_name(
    own: TierCounty, other: TierCounty, *, same: bool
) -> None:
    (union,) = unions([own], [[other]])
    assert bool(union.others) is same


def test_counties_that_shall_be_left_to_the_campaign_above_are_named(city: Play, province: Play) -> None:
    limits = PairingLimits(no_overlap_with="province")
    rules = jiujiang(id="city", linked=("province",), limits=limits)
    table = Roster((row(NAMES[0]), row(NAMES[1], "", title=""), row(NAMES[2])), ())
    alone = Roster((row(NAMES[0]), row(NAMES[1]), row(NAMES[2], "", title="")), ())
    province.write(lambda unit: unit.people.take_roster(province.id, alone, LOADED))
    found = city.read(lambda unit: overlapping(unit, rules, table))
    assert [(d.kind, d.value) for d in found.doubts] == [("county_overlap", NAMES[0])]
    assert (
        city.read(lambda unit: overlapping(unit, rules.model_copy(update={"limits": PairingLimits()}), table))
        == table
    )
    apart = jiujiang(id="nobody", linked=("province",), limits=limits)
    assert city.read(lambda unit: overlapping(unit, apart, table)) == table


def test_who_reached_a_county_within_some_days_and_by_which_channel(city: Play, province: Play) -> None:
    province.log(NAMES[0], DAY)
    city.log(NAMES[0], LATER)
    city.log(NAMES[1], DAY)
    city.withdraw(city.log(NAMES[2], LATER))
    days = Days(LATER, LATER + timedelta(1))
    found = city.read(lambda unit: union_of_tiers(unit, city.id, days=days))
    assert [union.reached_in_window() for union in found] == [Reached.OWN, Reached.NOBODY, Reached.NOBODY]
    both = city.read(lambda unit: union_of_tiers(unit, city.id, days=Days(DAY, LATER + timedelta(1))))
    assert [union.reached_in_window(Channel.ONSITE) for union in both] == [
        Reached.BOTH,
        Reached.OWN,
        Reached.NOBODY,
    ]
    assert {union.reached_in_window(Channel.PHONE) for union in both} == {Reached.NOBODY}
