"""What a quota asks for, also in a first window that the campaign only partly fills."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.days import DAY, Days, through
from campaign.quota_rules import RECURRING, FirstWindow, NewPairing, QuotaRule, QuotaWindow
from campaign.quotas import carried, term, terms
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


RECURRING_WINDOWS = st.sampled_from(sorted(RECURRING))
DATES = st.dates(date(2020, 1, 1), date(2032, 12, 31))


@st.composite
def spans(draw: st.DrawFn) -> Days:
    """Campaigns of a day up to three years, leap years and year ends among them."""
    first = draw(DATES)
    return through(first, first + DAY * draw(st.integers(0, 1100)))


@st.composite
def rules(draw: st.DrawFn, windows: st.SearchStrategy[QuotaWindow]) -> QuotaRule:
    return rule(draw(st.integers(1, 12)), draw(st.sampled_from(FirstWindow)), draw(windows))


@given(rules(RECURRING_WINDOWS), spans())
def test_windows_follow_one_another_over_the_whole_campaign(asked: QuotaRule, span: Days) -> None:
    found = list(terms(asked, span))
    assert (found[0].days.first, found[-1].days.after) == (span.first, span.after)
    assert all(one.days.after == next_.days.first for one, next_ in pairwise(found))
    assert all(one.days.after.day == 1 for one in found[:-1])


@given(rules(RECURRING_WINDOWS), spans(), DATES)
def test_every_day_has_its_window_and_asks_no_more_than_the_rule(
    asked: QuotaRule, span: Days, day: date
) -> None:
    found = term(asked, span, day)
    assert day in found.days or day not in span
    assert 0 <= found.required <= asked.count
    assert found.required == asked.count or found.days.first == span.first
    assert asked.first_window is not FirstWindow.PRORATED or found.required > 0


@given(rules(RECURRING_WINDOWS), spans())
def test_a_key_names_one_window(asked: QuotaRule, span: Days) -> None:
    found = list(terms(asked, span))
    assert len({one.key for one in found}) == len(found)


@pytest.mark.parametrize(
    ("window", "day", "first", "last"),
    [
        (QuotaWindow.TWO_MONTH, date(2022, 12, 31), date(2022, 11, 15), date(2022, 12, 31)),
        (QuotaWindow.TWO_MONTH, date(2023, 1, 1), date(2023, 1, 1), date(2023, 2, 28)),
        (QuotaWindow.MONTH, date(2022, 11, 20), date(2022, 11, 15), date(2022, 11, 30)),
        (QuotaWindow.QUARTER, date(2023, 5, 31), date(2023, 4, 1), date(2023, 6, 30)),
        (QuotaWindow.HALF_YEAR, date(2023, 7, 1), date(2023, 7, 1), date(2023, 12, 31)),
    ],
)
def test_windows_are_those_of_the_calendar(window: QuotaWindow, day: date, first: date, last: date) -> None:
    assert term(rule(1, FirstWindow.FULL, window), SPAN, day).days == through(first, last)


def test_february_of_a_leap_year_has_29_days() -> None:
    span = through(date(2024, 2, 15), date(2024, 12, 31))
    found = term(rule(4, FirstWindow.PRORATED, QuotaWindow.MONTH), span, date(2024, 2, 29))
    assert (len(found.days), found.required) == (15, 3)  # 4 x 15 / 29 = 2.07


def test_by_a_date_is_one_window() -> None:
    asked = QuotaRule(id="by", name="年底前", count=1, window=QuotaWindow.BY_DATE, by=date(2022, 12, 31))
    (only,) = terms(asked, SPAN)
    assert only.days == through(date(2022, 11, 15), date(2022, 12, 31))
    assert term(asked, SPAN, date(2023, 8, 1)) == only


@given(spans(), st.integers(1, 800), DATES, st.sampled_from(FirstWindow))
def test_a_rolling_window_ends_today(span: Days, days: int, day: date, first: FirstWindow) -> None:
    asked = QuotaRule(
        id="last", name="近来", count=3, window=QuotaWindow.ROLLING, days=days, first_window=first
    )
    found = term(asked, span, day)
    today = min(max(day, span.first), span.last)
    assert found.days == through(max(span.first, today - DAY * (days - 1)), today)
    assert found.rolling
    assert found.required == 3 or (len(found.days) < days and first is not FirstWindow.FULL)


@pytest.mark.parametrize(
    ("new", "required"), [(NewPairing.FULL, 4), (NewPairing.PRORATED, 2), (NewPairing.NEXT_WINDOW, 0)]
)
def test_what_a_pairing_owes_that_begins_inside_a_window(new: NewPairing, required: int) -> None:
    asked = rule(4, FirstWindow.FULL, QuotaWindow.CALENDAR_YEAR).model_copy(update={"new_pairing": new})
    year = term(asked, SPAN, date(2023, 7, 3))
    assert year.required_of(date(2023, 7, 3)) == required  # 4 x 182 / 365 = 1.99
    assert year.required_of(date(2022, 11, 15)) == year.required_of(date(2023, 1, 1)) == 4


DONE = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 9)), max_size=12)


@given(DONE)
def test_nothing_is_carried_over_unless_the_rule_says_so(windows: list[tuple[int, int]]) -> None:
    asked, done = [one for one, _ in windows], [had for _, had in windows]
    assert carried(rule(1, FirstWindow.FULL), asked, done) == tuple(done)


@given(DONE)
def test_what_is_carried_over_is_counted_once(windows: list[tuple[int, int]]) -> None:
    asked, done = [one for one, _ in windows], [had for _, had in windows]
    over = rule(1, FirstWindow.FULL).model_copy(update={"carry_over": True})
    counted = carried(over, asked, done)
    assert all(had <= counts for had, counts in zip(done, counted, strict=True))
    met = [counts >= wanted for counts, wanted in zip(counted, asked, strict=True)]
    for end in range(len(windows)):
        if all(met[: end + 1]):
            assert counted[end] == sum(done[: end + 1]) - sum(asked[:end])


def test_three_in_one_quarter_leave_one_for_the_next() -> None:
    over = rule(2, FirstWindow.FULL, QuotaWindow.QUARTER).model_copy(update={"carry_over": True})
    assert carried(over, (2, 2, 2), (3, 1, 1)) == (3, 2, 1)
