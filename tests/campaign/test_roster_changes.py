"""What a table would change where some counties have nobody, and edits that must not lose those."""

from campaign.people import County, Pairing, Person
from campaign.roster import Roster, RosterRow
from campaign.roster_changes import Repaired, roster_changes
from campaign.roster_edits import Pair, repaired, replaced

COUNTIES = [County(number, name, "演示市", number) for number, name in enumerate(("甲县", "乙县", "丙县"), 1)]
PAIRINGS = [Pairing(1, COUNTIES[0], Person(1, "演示主席", "主席"), None)]


def _row(county: str, liaison: str, title: str = "") -> RosterRow:
    return RosterRow(0, county, "演示市", liaison, title, "", "")


AS_IT_STANDS = Roster((_row("甲县", "演示主席", "主席"), _row("乙县", ""), _row("丙县", "")), ())


def test_counties_with_nobody_are_neither_new_nor_gone() -> None:
    assert not roster_changes(AS_IT_STANDS, PAIRINGS, COUNTIES).any
    without = Roster(AS_IT_STANDS.rows[:2], ())
    assert not roster_changes(without, PAIRINGS, COUNTIES).any


def test_a_county_gets_somebody_and_another_loses_him() -> None:
    table = Roster((_row("甲县", ""), _row("乙县", "演示主席"), _row("丙县", "")), ())
    found = roster_changes(table, PAIRINGS, COUNTIES)
    assert found.changed == (
        Repaired("甲县", (("演示主席", ""),), ()),
        Repaired("乙县", (), (("演示主席", ""),)),
    )
    assert (found.rows, found.new, found.gone, found.joining, found.leaving) == (3, (), (), (), ())


def test_another_person_in_somebodys_place_leaves_the_rest() -> None:
    rows = replaced(PAIRINGS, COUNTIES, "演示主席", "演示新人").rows
    assert rows == (_row("甲县", "演示新人", "主席"), *AS_IT_STANDS.rows[1:])


def test_somebody_for_a_county_that_had_nobody() -> None:
    rows = repaired(PAIRINGS, COUNTIES, Pair(COUNTIES[1], "演示新人", "")).rows
    assert rows == (AS_IT_STANDS.rows[0], _row("乙县", "演示新人"), AS_IT_STANDS.rows[2])
