"""What is due to a group: the digests that groups get."""

from datetime import datetime, time

from bot.due import due_digests
from campaign.digest_rules import DigestRhythm
from campaign.groups import Group
from campaign.vocabulary import ChatState, DigestKind
from tests.campaign.plans import jiujiang, plan

LOADED = datetime.fromisoformat("2022-11-15T08:00:00+08:00")
JULY = datetime.fromisoformat("2023-07-01T08:00:00+08:00")


def test_a_report_to_the_party_goes_to_no_group() -> None:
    rhythm = DigestRhythm(day=27, time=time(9), half_year=(6,), party=(3, 6))
    group = Group(-1, "-", ChatState.APPROVED, jiujiang().id)
    found = due_digests(plan(digests=rhythm), LOADED, [group], [], JULY)
    assert [(due.cut_off.at.month, due.cut_off.kinds) for due in found] == [(6, (DigestKind.HALF_YEAR,))]
