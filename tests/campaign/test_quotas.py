"""What a quota asks for, also in a first window that the campaign only partly fills."""

from datetime import date

import pytest

from campaign.days import through
from campaign.definition import FirstWindow, QuotaRule, QuotaWindow
from campaign.quotas import term
from tests.campaign.plans import jiujiang

SPAN = through(date(2022, 11, 15), date(2023, 12, 31))


def rule(count: int, first: FirstWindow, window: QuotaWindow = QuotaWindow.CALENDAR_YEAR) -> QuotaRule:
    return QuotaRule(id="visits", name="实地", count=count, window=window, first_window=first)


@pytest.mark.parametrize(
    ("count", "first", "required"),
    [
        (2, FirstWindow.PRORATED, 1),  # 2 x 47 / 365 = 0.26
        (8, FirstWindow.PRORATED, 2),  # 8 x 47 / 365 = 1.03
        (2, FirstWindow.FULL, 2),
        (2, FirstWindow.WAIVED, 0),
    ],
)
def test_the_rest_of_2022_is_owed_in_part(count: int, first: FirstWindow, required: int) -> None:
    owed = term(rule(count, first), SPAN, date(2022, 12, 1))
    assert (owed.required, owed.days) == (required, through(date(2022, 11, 15), date(2022, 12, 31)))


@pytest.mark.parametrize("first", list(FirstWindow))
def test_a_whole_year_is_owed_in_full(first: FirstWindow) -> None:
    owed = term(rule(2, first), SPAN, date(2023, 7, 1))
    assert (owed.required, owed.days) == (2, through(date(2023, 1, 1), date(2023, 12, 31)))


def test_a_campaign_window_is_the_campaign() -> None:
    owed = term(rule(1, FirstWindow.PRORATED, QuotaWindow.CAMPAIGN), SPAN, date(2023, 7, 1))
    assert (owed.required, owed.days, owed.key) == (1, SPAN, "quota:visits:2022-11-15")


@pytest.mark.parametrize(("day", "year"), [(date(2021, 1, 1), 2022), (date(2025, 1, 1), 2023)])
def test_a_day_outside_the_campaign_counts_as_its_nearest(day: date, year: int) -> None:
    assert term(jiujiang().quota, SPAN, day).days.first.year == year
