"""Working days with make-up days, and years that the table does not know."""

from datetime import UTC, date, datetime

import pytest

from campaign.frame import YearDays
from campaign.plan import Plan
from campaign.rhythm import Replaced
from campaign.workdays import WorkCalendar
from tests.campaign.plans import TABLES, jiujiang, plan

CALENDAR = WorkCalendar(TABLES)


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        (date(2023, 1, 20), True),
        (date(2023, 1, 23), False),  # Spring Festival, a Monday
        (date(2023, 1, 28), True),  # a Saturday made up
        (date(2023, 2, 25), False),
        (date(2030, 10, 1), True),  # unknown year: a plain Tuesday
    ],
)
def test_a_day_is_worked_or_not(day: date, worked: bool) -> None:
    assert CALENDAR.is_workday(day) is worked


def test_the_last_working_day_up_to_a_day_skips_holidays() -> None:
    assert CALENDAR.up_to(date(2023, 1, 27)) == date(2023, 1, 20)


def test_working_days_between_count_both_ends() -> None:
    assert CALENDAR.between(date(2023, 1, 19), date(2023, 1, 30)) == 5
    assert CALENDAR.between(date(2023, 1, 2), date(2023, 1, 1)) == 0


def test_an_unknown_year_is_known_as_such() -> None:
    assert (CALENDAR.knows(2023), CALENDAR.knows(2030)) == (True, False)


def test_a_definition_has_days_of_its_own() -> None:
    days = YearDays(
        holidays=(date(2023, 3, 8), date(2023, 1, 28)), workdays=(date(2023, 1, 23), date(2023, 2, 25))
    )
    own = CALENDAR.overridden({2023: days})
    worked = {day: own.is_workday(day) for day in (*days.holidays, *days.workdays)}
    assert list(worked.values()) == [False, False, True, True]
    assert own.is_workday(date(2023, 1, 29))
    assert not CALENDAR.is_workday(date(2023, 1, 23))


def test_a_year_that_the_definition_lists_is_known() -> None:
    own = CALENDAR.overridden({2030: YearDays(holidays=(date(2030, 10, 1),))})
    assert own.knows(2030)
    assert not own.is_workday(date(2030, 10, 1))
    assert CALENDAR.overridden({}) is CALENDAR


def test_a_digest_keeps_out_of_the_days_off_of_its_campaign() -> None:
    off = {2023: YearDays(holidays=(date(2023, 2, 27), date(2023, 2, 24)))}
    days = [cut_off.at.date() for cut_off in plan(working_days=off).rhythm.cut_offs]
    assert date(2023, 2, 23) in days
    assert date(2023, 2, 27) not in days


def test_the_digests_of_the_past_keep_the_days_off_of_their_time() -> None:
    off = {2023: YearDays(holidays=(date(2023, 2, 27), date(2023, 4, 27)))}
    until = datetime(2023, 3, 1, tzinfo=UTC)
    now = Plan(jiujiang(working_days=off), plan().public, (Replaced(jiujiang(), until),))
    days = [cut_off.at.date() for cut_off in now.rhythm.cut_offs]
    assert {date(2023, 2, 27), date(2023, 4, 26)} <= set(days)
