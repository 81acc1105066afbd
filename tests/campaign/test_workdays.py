"""Working days with make-up days, and years that the table does not know."""

from datetime import date

import pytest

from campaign.workdays import WorkCalendar
from tests.campaign.plans import TABLES

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
