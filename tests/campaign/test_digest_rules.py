"""Weekly, monthly and other digests: on which days they fall, by hand, and who gets them."""

from datetime import date, time

import pytest
from pydantic import ValidationError

from campaign.days import through
from campaign.digest_rules import Audience, DigestRhythm
from campaign.plan import Plan
from campaign.vocabulary import DigestKind, Role
from tests.campaign.plans import plan

WEEK, MONTH, TWO, HALF, PARTY = (
    DigestKind.WEEK,
    DigestKind.MONTH,
    DigestKind.TWO_MONTH,
    DigestKind.HALF_YEAR,
    DigestKind.PARTY,
)


def rules(**digests: object) -> Plan:
    """Jiujiang with another rhythm."""
    return plan(digests=DigestRhythm.model_validate({"day": 27, "time": time(9), **digests}))


def days(of: Plan, first: date, last: date) -> list[tuple[date, tuple[DigestKind, ...]]]:
    """The cut-offs within some days."""
    return [(c.at.date(), c.kinds) for c in of.rhythm.cut_offs if first <= c.at.date() <= last]


def test_odd_months_meet_the_spring_festival() -> None:
    found = days(rules(two_month=(1, 3, 5, 7, 9, 11)), date(2022, 11, 15), date(2023, 12, 31))
    assert [day for day, _ in found] == [
        date(2022, 11, 25),
        date(2023, 1, 20),
        date(2023, 3, 27),
        date(2023, 5, 26),
        date(2023, 7, 27),
        date(2023, 9, 27),
        date(2023, 11, 27),
    ]


def test_months_are_the_windows_of_lists_where_there_are_no_two_month_ones() -> None:
    monthly = rules(month=tuple(range(1, 13)))
    assert monthly.rhythm.period(date(2023, 1, 20)) == through(date(2022, 12, 28), date(2023, 1, 20))
    assert monthly.rhythm.period(date(2023, 1, 21)) == through(date(2023, 1, 21), date(2023, 2, 27))
    both = rules(month=(1, 2), two_month=(2,))
    assert both.rhythm.period(date(2023, 1, 20)) == through(date(2022, 11, 15), date(2023, 2, 27))
    assert days(both, date(2023, 2, 1), date(2023, 3, 1)) == [(date(2023, 2, 27), (MONTH, TWO))]


def test_a_week_has_its_digest_on_its_last_working_day_up_to_the_wanted_one() -> None:
    friday = rules(week=5)
    assert [day for day, _ in days(friday, date(2023, 1, 9), date(2023, 2, 10))] == [
        date(2023, 1, 13),
        date(2023, 1, 20),
        # The week from January 23 to 27 is off work.
        date(2023, 2, 3),
        date(2023, 2, 10),
    ]
    cut_off = next(c for c in friday.rhythm.cut_offs if c.at.date() == date(2023, 2, 3))
    assert cut_off.sections[0].days == through(date(2023, 1, 21), date(2023, 2, 3))
    # June 22 and 23, 2023, are off work, and Sunday the 25th is worked.
    assert [day for day, _ in days(friday, date(2023, 6, 19), date(2023, 6, 30))] == [
        date(2023, 6, 21),
        date(2023, 6, 30),
    ]
    assert [day for day, _ in days(rules(week=7), date(2023, 6, 19), date(2023, 6, 26))] == [
        date(2023, 6, 25)
    ]


def test_what_falls_together_is_one_digest_and_everybody_gets_his_part_of_it() -> None:
    every = rules(week=2, two_month=(6,), half_year=(6,), party=(6,))
    (june,) = (c for c in every.rhythm.cut_offs if c.at.date() == date(2023, 6, 27))
    assert june.kinds == (WEEK, TWO, HALF, PARTY)
    groups = june.of(every.definition.digests.for_groups)
    assert groups
    assert (groups.kinds, groups.at) == ((WEEK, TWO, HALF), june.at)
    assert june.of({MONTH}) is None


def test_who_gets_what() -> None:
    to = {"kinds": (TWO, PARTY), "groups": False, "persons": ("演示甲",)}
    rhythm = rules(two_month=(2,), half_year=(6,), party=(6,), audience=(to,)).definition.digests
    assert rhythm.audience_of(PARTY).persons == ("演示甲",)
    assert rhythm.for_groups == frozenset(DigestKind) - {TWO, PARTY}
    usual = rules(party=(6,)).definition.digests
    assert usual.audience_of(PARTY).roles == (Role.LEADER,)
    assert usual.for_groups == frozenset(DigestKind) - {PARTY}


@pytest.mark.parametrize(
    ("audience", "fault"),
    [
        ([{"kinds": ["party"], "groups": False}], "rule_nobody"),
        ([{"kinds": ["week"]}], "rule_kind_idle"),
        ([{"kinds": ["two_month"]}, {"kinds": ["two_month"]}], "rule_same"),
    ],
)
def test_what_contradicts_itself_is_refused(audience: object, fault: str) -> None:
    with pytest.raises(ValidationError, match=fault):
        rules(two_month=(2,), party=(6,), audience=audience)


def test_an_audience_is_all_groups_unless_it_is_said() -> None:
    assert Audience(kinds=(TWO,)).groups
