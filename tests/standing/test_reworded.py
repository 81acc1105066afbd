"""A digest's lists by category, after issues were told in other words, and after the rules named others."""

from functools import partial

from campaign.actions.corrections import correct_record, correctable
from campaign.actions.issues import choose_category
from campaign.drafts import DraftIssue
from campaign.tags import Tag, TagTree
from digests.gathering import gather
from digests.opened.behind import behind
from digests.opened.figures import OF_CATEGORY, Figure, Opened
from storage import Database, Unit
from tests.standing.opening import as_long_as_figures
from tests.storage.play import LOADED, NAMES, NOW, Play

FUNDS, VENUES = "工会经费返还慢", "没有活动场地"


def _reword(unit: Unit, play: Play, draft_id: str) -> None:
    actor = play._actor(unit)
    known, _ = correctable(unit, actor, draft_id)
    issues = tuple(one.model_copy(update={"text": VENUES}) for one in known.issues)
    correct_record(unit, actor, draft_id, known.model_copy(update={"issues": issues}), "-")


def test_lists_by_category_are_as_long_as_they_were(database: Database) -> None:
    play = Play(database)
    county = play.counties[NAMES[0]]
    issues = tuple(DraftIssue(county_id=county, text=FUNDS, distinct=True) for _ in range(2))
    record = play.save(play.draft(issues=issues))
    chosen = record.issues[1].number
    play.write(lambda unit: choose_category(unit, play._actor(unit), chosen, "help"))
    cut_off = next(c for c in play.plan.rhythm.cut_offs if c.at > NOW)
    facts = play.read(partial(gather, campaign_id=play.id, cut_off=cut_off), cut_off.at)
    assert {(one.name, one.open) for one in facts.categories} == {("工会经费", 1), ("帮扶服务", 1)}
    later = play.plan.rhythm.cut_offs[-1].at
    play.write(partial(_reword, play=play, draft_id=record.draft_id), later)
    opened = play.read(partial(as_long_as_figures, campaign_id=play.id, facts=facts), later)
    assert {Figure.OPEN, Figure.RAISED} <= opened


def test_a_category_that_the_rules_have_no_more_lists_no_issues_of_none(database: Database) -> None:
    play = Play(database)
    county = play.counties[NAMES[0]]
    play.save(play.draft(issues=(DraftIssue(county_id=county, text=FUNDS),)))
    cut_off = next(c for c in play.plan.rhythm.cut_offs if c.at > NOW)
    facts = play.read(partial(gather, campaign_id=play.id, cut_off=cut_off), cut_off.at)
    tree = TagTree(id="own", name="演示", issues=True, tags=(Tag(id="rain", name="雨", words=("雨伞",)),))
    rules = play.definition.model_copy(update={"tags": (tree,)})
    play.write(lambda unit: unit.campaigns.load(rules, LOADED))
    opened = Opened(Figure.OPEN, of=f"{OF_CATEGORY}0")
    found = play.read(lambda unit: behind(unit, play.id, facts, opened, 0), cut_off.at)
    assert (found.number, found.total, list(found.rows)) == (1, 0, [])
