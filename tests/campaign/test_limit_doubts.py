"""A roster against the limits of pairing."""

from campaign.limit_doubts import limited
from campaign.pairing_limits import PairingLimits
from campaign.roster import Roster, RosterFault, read_roster

HEAD = ["联系领导", "县级工会"]


def roster(*rows: tuple[str, str]) -> Roster:
    """A roster of liaisons and counties."""
    return read_roster([HEAD, *map(list, rows)], "演示市")


def doubts(found: Roster, **limits: object) -> list[tuple[int, str, str, str]]:
    """What is doubtful of a roster under limits."""
    made = limited(found, PairingLimits.model_validate(limits)).doubts
    return [(one.line, one.kind, one.value, one.near) for one in made]


def test_one_or_two_each_and_nobody_left_out() -> None:
    fitting = roster(("甲", "一县"), ("", "二县"), ("乙", "三县"))
    assert doubts(fitting) == []
    assert doubts(fitting, least=2) == [(4, "liaison_under", "乙", "1")]
    assert doubts(fitting, most=1) == [(2, "liaison_over", "甲", "2")]


def test_a_county_with_nobody_is_told_unless_all_need_not_be_covered() -> None:
    alone = roster(("甲", "一县"), ("无", "二县"))
    assert doubts(alone) == [(3, "county_alone", "二县", "")]
    assert doubts(alone, cover_all=False) == []


def test_a_county_with_two_liaisons_counts_for_both() -> None:
    shared = roster(("甲", "一县"), ("乙", "一县"), ("甲", "二县"))
    assert doubts(shared, most=1, cover_all=True)[-1] == (2, "liaison_over", "甲", "2")


def test_what_was_doubtful_before_stays() -> None:
    before = RosterFault(9, "county_shared", "一县")
    found = Roster(roster(("甲", "一县")).rows, (), (before,))
    assert limited(found, PairingLimits()).doubts == (before,)
