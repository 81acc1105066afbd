"""Problems of several counties: two counties of one name in two cities are two counties."""

from campaign.drafts import DraftIssue
from campaign.roster import Roster, RosterRow
from handlers.categories.actions import Shared, shared
from storage import Database
from tests.storage.play import LOADED, Play, row

ROWS = (
    row("演示甲县"),
    RosterRow(3, "演示甲县", "演示西市", "演示主席", "主席", "演示部长", "部长"),
    row("演示乙县"),
)


def test_counties_of_one_name_are_counted_and_named_apart(database: Database) -> None:
    play = Play(database)
    play.write(lambda unit: unit.people.take_roster(play.id, Roster(ROWS, ()), LOADED))
    counties = play.read(lambda unit: unit.people.counties(play.id))
    issues = [DraftIssue(county_id=one.id, text="没有活动场地") for one in counties]
    issues += [DraftIssue(county_id=counties[0].id, text=text) for text in ("经费返还慢", "经费返还滞后")]
    play.save(play.draft(issues=tuple(one.model_copy(update={"distinct": True}) for one in issues)))
    found = play.read(lambda unit: shared(unit, play._actor(unit)))
    assert found == (Shared("没有活动场地", ("演示市演示甲县", "演示西市演示甲县", "演示乙县")),)
