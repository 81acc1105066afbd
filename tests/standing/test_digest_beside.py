"""What stands beside coverage and quota, from a real store: duties, milestones, pauses, linked campaigns."""

from datetime import date, datetime, timedelta
from functools import partial

from campaign.days import through
from campaign.definition import Definition
from campaign.duties import DutyHolder, DutyRule
from campaign.frame import Milestone, Tier
from campaign.listing import Extent
from campaign.quota_rules import QuotaWindow
from campaign.roster import Roster
from digests.facts import DigestFacts
from digests.gathering import gather
from digests.opened.figures import Figure, Opened
from digests.opened.rows import NameRow
from storage import Database
from tests.campaign.plans import jiujiang
from tests.standing.opening import as_long_as_figures, shown
from tests.standing.reference import Rule
from tests.standing.rules import rule_of
from tests.storage.play import LOADED, NAMES, Play, row

FEBRUARY = datetime.fromisoformat("2023-02-27T09:00:00+08:00")


def told(play: Play) -> DigestFacts:
    cut_off = next(c for c in play.plan.rhythm.cut_offs if c.at == FEBRUARY)
    return play.read(lambda unit: gather(unit, play.id, cut_off), FEBRUARY)


def test_duties_milestones_and_pauses(database: Database) -> None:
    duty = DutyRule(
        id="joint", name="联席会议", who=DutyHolder.COUNTY, count=1, window=QuotaWindow.CALENDAR_YEAR
    )
    spans = (("总结会", 9, 10), ("推进会", 2, 3), ("动员会", 1, 1), ("年会", 11, 11))
    milestones = tuple(
        Milestone(name=name, first=date(2023, first, 1), last=date(2023, last, 28))
        for name, first, last in spans
    )
    play = Play(database, jiujiang(duties=(duty,), milestones=milestones))
    paused = play.counties[NAMES[0]]
    days = through(date(2023, 2, 1), date(2023, 3, 31))
    play.write(lambda unit: unit.pauses.begin(play.id, paused, days, "-"), FEBRUARY - timedelta(days=20))
    facts = told(play)
    assert [(one.name, one.holders, one.done, one.missing) for one in facts.duties] == [
        ("联席会议", 2, 0, NAMES[1:])
    ]
    assert [one.name for one in facts.milestones] == ["动员会", "推进会", "总结会"]
    assert (facts.paused, facts.tiers) == ((0,), None)
    extent = Extent(play.id, days, FEBRUARY - timedelta(days=90), FEBRUARY)
    assert play.read(lambda unit: list(unit.listings.county_messages(extent))) == []
    assert Figure.DUTY in play.read(lambda unit: as_long_as_figures(unit, play.id, facts))


def test_a_quota_of_liaisons_opens_to_their_names(database: Database) -> None:
    quota = rule_of(Rule("led", "liaison", frozenset({"onsite"}), 2, "calendar_year"))
    rows = (row(NAMES[0], "演示主席"), row(NAMES[1], "演示副主席"), row(NAMES[2], "演示副主席"))
    play = Play(database, jiujiang(quotas=(quota,)))
    play.write(lambda unit: unit.people.take_roster(play.id, Roster(rows, ()), LOADED), LOADED)
    for name in NAMES[1:]:
        play.log(name, date(2023, 2, 20))
    facts = told(play)
    assert Figure.MET in play.read(lambda unit: as_long_as_figures(unit, play.id, facts))
    lists = [
        play.read(partial(shown, campaign_id=play.id, facts=facts, opened=Opened(figure)))
        for figure in (Figure.MET, Figure.UNMET)
    ]
    assert lists == [[NameRow("", "演示副主席", 2, 2)], [NameRow("", "演示主席", 0, 2)]]


def test_other_tiers_are_told_as_they_were_known_at_the_cut_off(database: Database) -> None:
    city = Play(database, jiujiang(id="city", linked=("province",)))
    above: Definition = jiujiang(id="province", tier=Tier.PROVINCE, linked=("city",))
    province = Play(database, above, telegram_id=502)
    day = date(2023, 2, 20)
    city.log(NAMES[0], day)
    province.log(NAMES[0], day)
    province.log(NAMES[1], day)
    province.log(NAMES[2], day, at=FEBRUARY + timedelta(hours=1))
    facts = told(city)
    tiers = facts.tiers
    assert tiers
    later = FEBRUARY + timedelta(hours=2)
    assert Figure.TIER in city.read(lambda unit: as_long_as_figures(unit, city.id, facts), later)
    assert (tiers.own, tiers.others, tiers.both, tiers.nobody, tiers.unpaired) == (0, 1, 1, 1, 0)
