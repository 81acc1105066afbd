"""A year is replayed: what was foretold at each month's end beside what came."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis.strategies import dates, integers, lists

from campaign.forecast import Forecast, forecast
from campaign.plan import Plan
from campaign.quota_rules import QuotaRule, QuotaWindow
from campaign.standing import CountyCounts, standing
from tests.campaign.plans import plan

FIRST, LAST = date(2023, 1, 1), date(2023, 12, 31)
MONTH_ENDS = [date(2023, month + 1, 1) - timedelta(1) for month in range(1, 12)] + [LAST]
ASKED = 12


def _plan(window: QuotaWindow = QuotaWindow.CALENDAR_YEAR, days: int | None = None) -> Plan:
    rule = QuotaRule(id="visits", name="联系", count=ASKED, window=window, days=days)
    return plan(quotas=(rule,), start=FIRST, end=LAST)


def _told(rules: Plan, today: date, counties: Sequence[Sequence[date]]) -> Forecast | None:
    counts = []
    for number, contacts in enumerate(counties):
        done = len({day for day in contacts if day <= today})
        counts.append(CountyCounts(number, f"{number}", "", None, None, done, None, done, done, done))
    return forecast(standing(rules.windows(today), counts), rules.calendar)


def _every(rules: Plan, count: int) -> list[date]:
    """So many contacts, one after each equal share of the year's working days."""
    days = [day for n in range(365) if rules.calendar.is_workday(day := FIRST + timedelta(n))]
    return [days[(len(days) * (n + 1)) // count - 1] for n in range(count)]


@pytest.mark.parametrize("count", range(16))
def test_who_goes_on_evenly_is_foretold_to_one_contact(count: int) -> None:
    rules = _plan()
    contacts = _every(rules, count) if count else []
    came = max(0, ASKED - count)
    told = [_told(rules, end, [contacts]) for end in MONTH_ENDS]
    assert told[0] is None
    for found in told[3:]:
        assert found
        assert abs(found.missing - came) <= 3
    for found in told[8:]:
        assert found
        assert abs(found.missing - came) <= 1
    assert told[-1]
    assert told[-1].missing == came


@given(years=lists(lists(dates(FIRST, LAST), max_size=20), min_size=1, max_size=5))
def test_at_the_end_it_is_what_came(years: list[list[date]]) -> None:
    found = _told(_plan(), LAST, years)
    missing = [max(0, ASKED - len(set(contacts))) for contacts in years]
    assert found
    assert found.missing == sum(missing)
    assert [county.counts.county_id for county in found.counties] == [n for n, m in enumerate(missing) if m]


@given(done=integers(0, 30), today=dates(date(2023, 4, 10), LAST))
def test_more_contacts_never_make_it_worse(done: int, today: date) -> None:
    contacts = [FIRST + timedelta(n) for n in range(done)]
    less, more = (_told(_plan(), today, [days]) for days in (contacts, [*contacts, FIRST + timedelta(done)]))
    assert less
    assert more
    assert more.missing <= less.missing


def test_nothing_is_foretold_of_a_window_that_moves_or_is_over_or_has_begun() -> None:
    assert _told(_plan(QuotaWindow.ROLLING, 90), date(2023, 6, 1), [[]]) is None
    assert _told(_plan(), date(2024, 1, 1), [[]]) is None
    assert _told(_plan(), date(2023, 2, 20), [[]]) is None


def test_a_paused_county_is_not_foretold() -> None:
    rules, nothing = _plan(), CountyCounts(7, "", "", None, None, 0, None, 0, 0, 0)
    stand = standing(rules.windows(MONTH_ENDS[5]), [nothing])
    assert forecast(stand, rules.calendar) == Forecast(ASKED, stand.counties)
    assert forecast(stand, rules.calendar, {7}) == Forecast(0, ())
