"""Questions to the store, each with all that its answer says."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from campaign.actions.duties import duties_at
from campaign.actions.pauses import paused_now
from campaign.actions.stand_ins import stood_in_for
from campaign.actions.tiers import union_of_tiers
from campaign.actions.views import (
    CountyView,
    campaign_figures,
    county_view,
    my_counties,
    uncovered_standing,
)
from campaign.duty_standing import DutyStanding
from campaign.figures import Figures
from campaign.forecast import Forecast, forecast
from campaign.people import Actor, County, Person
from campaign.permissions import Action, permit, reach
from campaign.plan import Plan
from campaign.planned import PlannedContact
from campaign.ports import Store
from campaign.standing import CampaignStanding
from campaign.tiers import Union
from handlers.desk import Desk, Stranger
from handlers.filters import Place
from handlers.start.actions import Welcome, welcome

MOST_FOUND = 8


@dataclass(frozen=True, slots=True)
class Status:
    """The campaign's figures at a moment. `opens`: who asks may see the records behind them.

    `paused`: the counties of which nothing is asked.
    """

    plan: Plan
    figures: Figures
    now: datetime
    unions: tuple[Union, ...] = ()
    forecast: Forecast | None = None
    opens: bool = False
    paused: tuple[str, ...] = ()
    duties: tuple[DutyStanding, ...] = ()


@dataclass(frozen=True, slots=True)
class OneCounty:
    """One county's state on a day."""

    plan: Plan
    county: County
    view: CountyView
    today: date
    opens: bool = False


@dataclass(frozen=True, slots=True)
class SomeCounties:
    """Several counties that a word may mean; none when it means none."""

    word: str
    counties: tuple[County, ...]


@dataclass(frozen=True, slots=True)
class Mine:
    """How a person's own counties stand, and what he plans.

    `absent`: whose a county is that he looks after for some days.
    """

    plan: Plan
    standing: CampaignStanding
    planned: tuple[PlannedContact, ...]
    absent: Mapping[int, Person]


@dataclass(frozen=True, slots=True)
class Uncovered:
    """How the counties stand that have nothing logged in this window. `roster`: it names counties at all."""

    plan: Plan
    standing: CampaignStanding
    roster: bool
    unions: tuple[Union, ...] = ()
    paused: Container[int] = ()


def my_state(store: Store, actor: Actor) -> Mine:
    """Return how a person's own counties stand."""
    plan = store.campaigns.plan(actor.campaign_id)
    planned = store.planned.open_of(actor.campaign_id, actor.person.id)
    ahead = tuple(p for p in planned if p.day and p.day >= plan.today(store.now))
    absent = stood_in_for(store, actor.campaign_id, actor.person.id)
    return Mine(plan, my_counties(store, actor), ahead, absent)


def status(store: Store, desk: Desk, place: Place) -> Status:
    """Return the figures of the campaign that is heard here. Raise Stranger."""
    campaign_id = campaign_heard(store, desk, place)
    figures = campaign_figures(store, campaign_id)
    period = figures.standing.windows.period
    plan, unions = store.campaigns.plan(campaign_id), union_of_tiers(store, campaign_id, days=period)
    paused = paused_now(store, campaign_id)
    foretold = forecast(figures.standing, plan.calendar, paused)
    opens, duties = _opens(store, desk, place), duties_at(store, campaign_id)
    return Status(plan, figures, store.now, unions, foretold, opens, tuple(paused.values()), duties)


def county_status(store: Store, desk: Desk, place: Place, word: str) -> OneCounty | SomeCounties:
    """Return one county's state, or the counties that the word may mean. Raise Stranger."""
    campaign_id = campaign_heard(store, desk, place)
    found = matching(store.people.counties(campaign_id), word)
    if len(found) != 1:
        return SomeCounties(word, found[:MOST_FOUND])
    return _one(store, campaign_id, found[0], opens=_opens(store, desk, place))


def county_shown(store: Store, desk: Desk, place: Place, county_id: int) -> OneCounty:
    """Return the state of a county that was picked. Raise NotFound, Stranger."""
    campaign_id = campaign_heard(store, desk, place)
    county = store.people.county(campaign_id, county_id)
    return _one(store, campaign_id, county, opens=_opens(store, desk, place))


def uncovered(store: Store, desk: Desk, place: Place) -> Uncovered:
    """Return the counties with nothing logged in this window. Raise Stranger."""
    campaign_id = campaign_heard(store, desk, place)
    standing = uncovered_standing(store, campaign_id)
    plan = store.campaigns.plan(campaign_id)
    known = bool(standing.counties or store.people.counties(campaign_id))
    paused = paused_now(store, campaign_id)
    return Uncovered(
        plan, standing, known, union_of_tiers(store, campaign_id, days=standing.windows.period), paused
    )


def help_for(store: Store, actor: Actor) -> Welcome:
    """Return what help says to a person."""
    return welcome(store, actor)


def campaign_heard(store: Store, desk: Desk, place: Place) -> str:
    """Return the campaign of an approved group, or of the person in private. Raise Stranger, NotAllowed."""
    if place.group:
        return place.group.campaign_id
    actor = desk.whom(store)
    if actor is None or not actor.takes_part:
        raise Stranger
    permit(actor, desk.needs)
    return actor.campaign_id


def matching(counties: Sequence[County], word: str) -> tuple[County, ...]:
    """Return the counties that a word names: in full or by another name, else by a part of the name."""
    word = "".join(word.split())
    exact = tuple(c for c in counties if word in {c.name, *c.aliases, f"{c.prefecture}{c.name}"})
    if exact or not word:
        return exact
    begins = tuple(c for c in counties if c.name.startswith(word))
    names = ((county, (county.name, *county.aliases)) for county in counties)
    return begins or tuple(county for county, known in names if any(word in name for name in known))


def _one(store: Store, campaign_id: str, county: County, *, opens: bool) -> OneCounty:
    view = county_view(store, campaign_id, county)
    plan = store.campaigns.plan(campaign_id)
    return OneCounty(plan, county, view, plan.today(store.now), opens)


def _opens(store: Store, desk: Desk, place: Place) -> bool:
    """Return whether the records behind a figure are open to who asks: in private, by his roles."""
    actor = None if place.group else desk.whom(store)
    return actor is not None and reach(actor, Action.READ_RECORDS) is not None
