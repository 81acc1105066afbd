"""What people ask: reads that change nothing. Every figure goes through the store's counting queries."""

from dataclasses import dataclass

from campaign.actions.duties import duties_of
from campaign.actions.standings import Standing, standing_of
from campaign.duty_standing import DutyStanding
from campaign.errors import NotFound
from campaign.figures import Figures
from campaign.pairs import Whom
from campaign.people import Actor, County
from campaign.plan import Windows
from campaign.ports import Store
from campaign.quota_rules import QuotaScope
from campaign.records import Contact, Issue
from campaign.rhythm import BEGINNING
from campaign.standing import CampaignStanding, CountyStanding, standing


@dataclass(frozen=True, slots=True)
class CountyView:
    """One county: how it stands, also by every rule and duty, its latest contacts, its open issues."""

    standing: CountyStanding
    every: Standing
    contacts: tuple[Contact, ...]
    issues: tuple[Issue, ...]
    duties: tuple[DutyStanding, ...] = ()


def windows_now(store: Store, campaign_id: str) -> Windows:
    """Return the windows of the unit of work's day."""
    plan = store.campaigns.plan(campaign_id)
    return plan.windows(plan.today(store.now))


def my_counties(store: Store, actor: Actor) -> CampaignStanding:
    """Return how a person's own counties stand."""
    windows = windows_now(store, actor.campaign_id)
    found = standing_of(store, actor.campaign_id, Whom(person_id=actor.person.id))
    return standing(windows, found.counties, found.of_counties())


def campaign_standing(store: Store, campaign_id: str) -> CampaignStanding:
    """Return how all counties stand."""
    windows = windows_now(store, campaign_id)
    return _standing(store, campaign_id, windows)


def uncovered_standing(store: Store, campaign_id: str) -> CampaignStanding:
    """Return how the counties stand that have no contact in this two-month window; none of the others."""
    windows = windows_now(store, campaign_id)
    return standing(windows, store.counts.by_county(campaign_id, windows, uncovered=True))


def campaign_figures(store: Store, campaign_id: str) -> Figures:
    """Return this two-month window in numbers."""
    windows = windows_now(store, campaign_id)
    return _figures(store, campaign_id, windows)


def county_view(store: Store, campaign_id: str, county: County) -> CountyView:
    """Return one county's standing and latest records; raise NotFound."""
    every = standing_of(store, campaign_id, Whom(county_id=county.id))
    if not every.counties:
        raise NotFound("county", county.name)
    (found,) = standing(windows_now(store, campaign_id), every.counties, every.of_counties()).counties
    contacts = tuple(store.records.contacts_of(campaign_id, county.id, 5))
    issues = tuple(store.records.issues_of(campaign_id, county.id))
    return CountyView(found, every, contacts, issues, duties_of(store, campaign_id, county))


def _standing(store: Store, campaign_id: str, windows: Windows) -> CampaignStanding:
    rows, rule = store.counts.by_county(campaign_id, windows), windows.quota.rule
    if rule.scope is QuotaScope.COUNTY and not rule.carry_over:
        return standing(windows, rows)
    return standing(windows, rows, standing_of(store, campaign_id, counties=rows).of_counties())


def _figures(store: Store, campaign_id: str, windows: Windows) -> Figures:
    days, counts = windows.period, store.counts
    since = store.campaigns.plan(campaign_id).rhythm.opened(days.first)
    return Figures(
        standing=_standing(store, campaign_id, windows),
        channels=counts.channels(campaign_id, days),
        issues=counts.issues(campaign_id, since, windows.today),
        practices=counts.practices(campaign_id, since),
        late=0 if since == BEGINNING else counts.late(campaign_id, days.first, since),
    )
