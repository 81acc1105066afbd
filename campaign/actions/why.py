"""Open a figure to the rows behind it, for somebody who may read records."""

from dataclasses import dataclass

from campaign.actions.standings import RuleStanding, Standing, standing_of
from campaign.errors import NotFound
from campaign.pairs import Whom
from campaign.pauses import Pause
from campaign.people import Actor, County
from campaign.permissions import Action, permit
from campaign.ports import Store
from campaign.why import Judged, judged

MOST_JUDGED = 1000


@dataclass(frozen=True, slots=True)
class RuleRows:
    """One rule with the contacts of its window, and how the county and its pairs stand by it."""

    standing: RuleStanding
    rows: tuple[Judged, ...]


@dataclass(frozen=True, slots=True)
class CountyWhy:
    """Everything behind one county's figures."""

    county: County
    every: Standing
    rules: tuple[RuleRows, ...]
    pauses: tuple[Pause, ...]


def county_why(store: Store, actor: Actor, county_id: int) -> CountyWhy:
    """Return what is behind one county's figures. Raise NotAllowed, NotFound."""
    permit(actor, Action.READ_RECORDS)
    county = store.people.county(actor.campaign_id, county_id)
    every = standing_of(store, actor.campaign_id, Whom(county_id=county_id))
    if not every.counties:
        raise NotFound("county", county.name)
    pauses = store.pauses.since(actor.campaign_id, every.course.today)
    return CountyWhy(
        county,
        every,
        tuple(RuleRows(rule, _rows(store, actor.campaign_id, rule, county_id)) for rule in every.rules),
        tuple(pause for pause in pauses if pause.county_id == county_id),
    )


def progress_why(store: Store, actor: Actor) -> Standing:
    """Return how every county stands by every rule. Raise NotAllowed."""
    permit(actor, Action.READ_RECORDS)
    return standing_of(store, actor.campaign_id)


def _rows(store: Store, campaign_id: str, rule: RuleStanding, county_id: int) -> tuple[Judged, ...]:
    return judged(rule.term, store.standings.rows(campaign_id, rule.term.days, county_id, MOST_JUDGED))
