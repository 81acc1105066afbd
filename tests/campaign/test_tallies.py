"""What one contact adds to the windows of its day."""

from datetime import date

from campaign.quota_rules import QuotaRule, QuotaWindow
from campaign.tallies import Counted, TallyStep, steps
from campaign.vocabulary import Channel
from tests.campaign.plans import plan

DAY = date(2023, 2, 20)
KEYS = plan().tally_keys(DAY)


def test_a_first_visit_counts_in_the_campaign_the_window_and_the_quota() -> None:
    assert steps(KEYS, DAY, Counted(Channel.ONSITE), ()) == [
        TallyStep("campaign", 1, 1, DAY),
        TallyStep("period:2023-02-27", 1, 1, DAY),
        TallyStep("quota:onsite-yearly:2023-01-01", 1, 1, DAY),
    ]


def test_a_call_is_no_visit() -> None:
    assert [step.window for step in steps(KEYS, DAY, Counted(Channel.PHONE), ())] == [
        "campaign",
        "period:2023-02-27",
    ]


def test_a_visit_after_a_call_of_the_same_day_is_a_new_day_of_the_quota_alone() -> None:
    assert [step.days for step in steps(KEYS, DAY, Counted(Channel.ONSITE), (Counted(Channel.PHONE),))] == [
        0,
        0,
        1,
    ]


def test_a_credited_contact_is_the_pairs_too() -> None:
    beside = (Counted(Channel.ONSITE, None, 8),)
    found = steps(KEYS, DAY, Counted(Channel.PHONE, None, 7), beside)
    assert found[:2] == [TallyStep("campaign", 1, 0, DAY), TallyStep("campaign", 1, 1, DAY, 7)]
    assert steps(KEYS, DAY, Counted(Channel.PHONE, None, 8), beside)[1].days == 0


def test_a_rule_for_leaders_counts_only_where_they_were() -> None:
    rule = plan().definition.quota.model_copy(update={"leader_present": True})
    keys = plan(quotas=(rule,)).tally_keys(DAY)
    for present, count in ((None, 2), (False, 2), (True, 3)):
        assert len(steps(keys, DAY, Counted(Channel.ONSITE, present), ())) == count


def test_a_rolling_window_is_tallied_day_by_day() -> None:
    rule = QuotaRule(id="often", name="常联系", count=1, window=QuotaWindow.ROLLING, days=30)
    rolling = plan(quotas=(rule,))
    quota = rolling.windows(DAY).quota
    assert (quota.first_key, quota.key) == ("quota:often:2023-01-22", "quota:often:2023-02-20")
    key = rolling.tally_keys(DAY)[-1]
    assert (key.window, len(key.days), key.daily) == (quota.key, 1, True)


def test_what_comes_after_the_last_day_of_a_quota_does_not_count_in_it() -> None:
    rule = QuotaRule(id="soon", name="年底前", count=1, window=QuotaWindow.BY_DATE, by=date(2022, 12, 31))
    until = plan(quotas=(rule,))
    for day, windows in ((date(2022, 12, 31), 3), (date(2023, 1, 1), 2)):
        assert len(steps(until.tally_keys(day), day, Counted(Channel.ONSITE), ())) == windows
