"""Loaded campaigns: versions, plans made once, and two campaigns on one install that never mix."""

from datetime import date, timedelta
from functools import partial

import pytest

from campaign.definition import Definition
from campaign.drafts import DraftIssue
from campaign.errors import NotFound
from campaign.plan import Plan
from campaign.rhythm import BEGINNING
from storage import Database, StoreFault, Unit
from tests.campaign.plans import jiujiang
from tests.storage.play import LOADED, NOW, Play

DAY = date(2023, 2, 20)


def test_loading_the_same_changes_nothing(play: Play) -> None:
    assert play.write(lambda unit: unit.campaigns.load(jiujiang(), NOW)) is False
    assert play.write(lambda unit: unit.campaigns.load(jiujiang(title="改名"), NOW)) is True
    assert play.plan.definition.title == "改名"
    assert play.read(lambda unit: unit.campaigns.loaded_at(play.id)) == LOADED


def test_every_version_is_kept(play: Play) -> None:
    for definition in (jiujiang(title="二"), jiujiang(title="三")):
        play.write(partial(_load, definition))
    with play.database.engine.connect() as connection:
        versions = connection.exec_driver_sql(
            "SELECT version FROM campaign_version ORDER BY version"
        ).scalars()
        assert list(versions) == [1, 2, 3]


def _load(definition: Definition, unit: Unit) -> None:
    unit.campaigns.load(definition, NOW)


def test_a_campaign_that_was_not_loaded_is_not_found(database: Database) -> None:
    with pytest.raises(NotFound):
        database.read(lambda unit: unit.campaigns.plan("nothing"), NOW)
    with pytest.raises(NotFound):
        database.read(lambda unit: unit.campaigns.loaded_at("nothing"), NOW)
    assert database.read(lambda unit: unit.campaigns.all(), NOW) == []


def test_a_plan_is_made_once_for_all_units(play: Play) -> None:
    assert play.plan is play.plan


def test_a_version_that_was_rolled_back_is_not_remembered(play: Play) -> None:
    def load_and_fail(unit: Unit) -> None:
        unit.campaigns.load(jiujiang(title="二"), NOW)
        assert unit.campaigns.plan(play.id).definition.title == "二"
        raise LookupError

    with pytest.raises(LookupError):
        play.write(load_and_fail)
    play.write(lambda unit: unit.campaigns.load(jiujiang(title="三"), NOW))
    assert play.plan.definition.title == "三"


def test_the_plan_has_the_calendar_it_was_opened_with(play: Play) -> None:
    plan: Plan = play.plan
    assert plan.calendar.knows(2023)


def test_two_campaigns_never_mix(database: Database) -> None:
    one = Play(database, jiujiang(id="one"), telegram_id=801)
    two = Play(database, jiujiang(id="two"), telegram_id=802)
    assert not set(one.counties.values()) & set(two.counties.values())
    issue = (DraftIssue(text="x"),)
    records = [play.save(play.draft(play.contact("演示甲县", DAY), issues=issue)) for play in (one, two, one)]
    assert [record.contacts[0].number for record in records] == [1, 1, 2]
    assert [row.contacts for row in one.counts(one.windows(DAY))] == [2, 0, 0]
    assert [row.contacts for row in two.counts(two.windows(DAY))] == [1, 0, 0]
    later = NOW + timedelta(days=1)
    assert [row.contacts for row in two.counts(two.windows(DAY), later)] == [1, 0, 0]
    assert (one.issues(BEGINNING, DAY).open, two.issues(BEGINNING, DAY).open) == (2, 1)
    with pytest.raises(NotFound):
        one.read(lambda unit: unit.people.county(one.id, two.counties["演示甲县"]))
    assert one.read(lambda unit: unit.records.latest_of(two.id, one.actor.person.id)) is None
    assert database.read(lambda unit: unit.campaigns.all(), NOW) == ["one", "two"]


def test_the_database_itself_refuses_another_campaigns_county(database: Database) -> None:
    one = Play(database, jiujiang(id="one"), telegram_id=801)
    two = Play(database, jiujiang(id="two"), telegram_id=802)
    foreign = two.contact("演示甲县", DAY)
    with pytest.raises(StoreFault):
        one.save(one.draft(foreign))
    assert one.read(lambda unit: unit.records.of_draft("one-1")) is None
