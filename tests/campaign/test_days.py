"""Spans of days: half-open, clipped, counted."""

from datetime import date

import pytest

from campaign.days import Days, calendar_year, through


def test_both_ends_belong_to_a_span_made_by_through() -> None:
    span = through(date(2023, 1, 1), date(2023, 1, 3))
    assert [date(2023, 1, n) in span for n in (1, 3, 4)] == [True, True, False]
    assert (len(span), span.last) == (3, date(2023, 1, 3))


def test_something_that_is_no_day_is_in_no_span() -> None:
    assert "2023-01-01" not in through(date(2023, 1, 1), date(2023, 1, 3))


@pytest.mark.parametrize(
    ("bounds", "expected"),
    [
        (through(date(2022, 11, 15), date(2023, 12, 31)), through(date(2022, 11, 15), date(2022, 12, 31))),
        (through(date(2022, 1, 1), date(2022, 3, 1)), through(date(2022, 1, 1), date(2022, 3, 1))),
        (through(date(2024, 1, 1), date(2024, 3, 1)), Days(date(2024, 1, 1), date(2024, 1, 1))),
    ],
)
def test_a_year_is_clipped_to_the_campaign(bounds: Days, expected: Days) -> None:
    assert calendar_year(date(2022, 12, 1)).clip(bounds) == expected


def test_a_span_turned_round_holds_nothing() -> None:
    assert len(Days(date(2023, 1, 2), date(2023, 1, 1))) == 0
