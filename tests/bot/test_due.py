"""What is due to whom: to groups, and to the persons whom the rules name."""

from datetime import datetime, time

from bot.due import due_digests
from campaign.digest_rules import DigestRhythm
from campaign.groups import Group
from campaign.members import Account, Member
from campaign.people import Person
from campaign.receivers import of_groups, of_members
from campaign.vocabulary import ChatState, DigestKind, Role
from tests.campaign.plans import jiujiang, plan

LOADED = datetime.fromisoformat("2022-11-15T08:00:00+08:00")
JULY = datetime.fromisoformat("2023-07-01T08:00:00+08:00")


def test_a_report_to_the_party_goes_to_no_group() -> None:
    rhythm = DigestRhythm(day=27, time=time(9), half_year=(6,), party=(3, 6))
    group = Group(-1, "-", ChatState.APPROVED, jiujiang().id)
    found = due_digests(plan(digests=rhythm), LOADED, of_groups(jiujiang(digests=rhythm), [group]), [], JULY)
    assert [(due.cut_off.at.month, due.cut_off.kinds) for due in found] == [(6, (DigestKind.HALF_YEAR,))]


def test_a_report_to_the_party_goes_to_each_leader_who_is_bound() -> None:
    rules = jiujiang(digests=DigestRhythm(day=27, time=time(9), half_year=(6,), party=(3, 6)))
    bound = datetime.fromisoformat("2023-04-01T08:00:00+08:00")
    members = [
        Member(Person(1, "甲", ""), frozenset({Role.LEADER}), (Account(11, LOADED, None),)),
        Member(Person(2, "乙", ""), frozenset({Role.LEADER}), (Account(12, bound, None),)),
        Member(Person(3, "丙", ""), frozenset({Role.LEADER}), (Account(13, LOADED, bound),)),
        Member(Person(4, "丁", ""), frozenset({Role.ADMIN}), (Account(14, LOADED, None),)),
    ]
    found = due_digests(plan(digests=rules.digests), LOADED, of_members(rules, members), [], JULY)
    told = sorted((due.cut_off.at.month, due.receiver.chat_id, due.cut_off.kinds) for due in found)
    assert told == [(3, 11, (DigestKind.PARTY,)), (6, 11, (DigestKind.PARTY,)), (6, 12, (DigestKind.PARTY,))]
