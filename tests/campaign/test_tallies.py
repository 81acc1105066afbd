"""What one contact adds to the windows of its day."""

from datetime import date

from campaign.tallies import TallyStep, steps
from campaign.vocabulary import Channel
from tests.campaign.plans import plan

DAY = date(2023, 2, 20)
KEYS = plan().tally_keys(DAY)


def test_a_first_visit_counts_in_the_campaign_the_window_and_the_quota() -> None:
    assert steps(KEYS, DAY, Channel.ONSITE, ()) == [
        TallyStep("campaign", 1, 1, DAY),
        TallyStep("period:2023-02-27", 1, 1, DAY),
        TallyStep("quota:onsite-yearly:2023-01-01", 1, 1, DAY),
    ]


def test_a_call_is_no_visit() -> None:
    assert [step.window for step in steps(KEYS, DAY, Channel.PHONE, ())] == ["campaign", "period:2023-02-27"]


def test_a_visit_after_a_call_of_the_same_day_is_a_new_day_of_the_quota_alone() -> None:
    assert [step.days for step in steps(KEYS, DAY, Channel.ONSITE, (Channel.PHONE,))] == [0, 0, 1]
