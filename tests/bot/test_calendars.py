"""Working days of real years."""

from datetime import date

import pytest

from bot.calendars import work_calendar


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        (date(2022, 10, 8), True),  # a Saturday worked for the National Day week
        (date(2022, 10, 7), False),
        (date(2023, 1, 28), True),
        (date(2023, 1, 27), False),
        (date(2023, 2, 27), True),
        (date(2023, 8, 27), False),
    ],
)
def test_holidays_and_make_up_days(day: date, worked: bool) -> None:
    assert work_calendar().is_workday(day) is worked


def test_every_year_of_the_library_is_known_and_no_other() -> None:
    calendar = work_calendar()
    assert all(calendar.knows(year) for year in range(2004, 2027))
    assert not calendar.knows(2003)
    assert not calendar.knows(2100)


def test_a_digest_on_a_sunday_moves_to_friday() -> None:
    assert work_calendar().up_to(date(2023, 8, 27)) == date(2023, 8, 25)
