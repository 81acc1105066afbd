"""An issue that was told in other words after a digest: the digest's lists file it as it was filed then."""

from functools import partial

from campaign.actions.corrections import correct_record, correctable
from campaign.actions.issues import choose_category
from campaign.drafts import DraftIssue
from digests.gathering import gather
from digests.opened.figures import Figure
from storage import Database, Unit
from tests.standing.opening import as_long_as_figures
from tests.storage.play import NAMES, NOW, Play

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
