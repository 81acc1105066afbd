"""States of contact: every combination has one."""

from datetime import date

import pytest

from campaign.plan import Windows
from campaign.quota_rules import FirstWindow
from campaign.standing import (
    CountyCounts,
    CountyStanding,
    CountyState,
    PrefectureStanding,
    by_prefecture,
    standing,
)
from tests.campaign.plans import plan

WINDOWS = plan().windows(date(2023, 2, 20))


def counts(contacts: int = 0, period: int = 0, quota: int = 0, days: int = 0) -> CountyCounts:
    return CountyCounts(1, "演示县", "演示市", "演示领导", None, contacts, None, period, quota, days)


def one(windows: Windows, row: CountyCounts) -> CountyStanding:
    return standing(windows, [row]).counties[0]


@pytest.mark.parametrize(
    ("row", "state"),
    [
        (counts(), CountyState.NEVER),
        (counts(contacts=1), CountyState.QUIET),
        (counts(contacts=1, period=1), CountyState.CONTACTED),
        (counts(contacts=2, period=2, quota=2, days=1), CountyState.CONTACTED),
        (counts(contacts=2, period=0, quota=2, days=2), CountyState.DONE),
    ],
)
def test_a_county_is_in_one_state(row: CountyCounts, state: CountyState) -> None:
    assert one(WINDOWS, row).state is state


def test_several_visits_on_one_day_count_once_unless_the_rule_says_otherwise() -> None:
    row = counts(contacts=2, period=2, quota=2, days=1)
    rule = plan().definition.quota.model_copy(update={"same_day_once": False})
    free = plan(quotas=(rule,)).windows(date(2023, 2, 20))
    assert (one(WINDOWS, row).done, one(free, row).done) == (1, 2)


def test_days_left_run_to_the_end_of_the_year() -> None:
    assert one(WINDOWS, counts()).days_left == 315
    assert one(plan().windows(date(2023, 12, 31)), counts()).days_left == 1
    assert one(plan().windows(date(2024, 3, 1)), counts()).days_left == 0


def test_a_waived_quota_is_met_by_everyone_but_completes_nobody() -> None:
    rule = plan().definition.quota.model_copy(update={"first_window": FirstWindow.WAIVED})
    windows = plan(quotas=(rule,)).windows(date(2022, 12, 1))
    stand = standing(windows, [counts(contacts=1, period=1), counts()])
    assert (stand.met, stand.count(CountyState.DONE)) == (2, 0)


def test_the_lists_of_the_campaign_agree_with_its_states() -> None:
    stand = standing(WINDOWS, [counts(), counts(contacts=1), counts(contacts=1, period=1)])
    assert (len(stand.never), len(stand.uncovered_in_period)) == (1, 2)
    assert stand.count(CountyState.NEVER, CountyState.QUIET) == 2


def test_cities_stand_by_their_counties_and_none_helps_another() -> None:
    rows = [("甲市", True, 3, 2), ("乙市", False, 0, 2), ("甲市", False, 1, 2)]
    assert by_prefecture(rows) == (
        PrefectureStanding("甲市", counties=2, contacted=1, done=3, owed=4),
        PrefectureStanding("乙市", counties=1, contacted=0, done=0, owed=2),
    )
