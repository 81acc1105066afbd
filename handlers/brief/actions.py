"""What to know of a county before a visit, in plain values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from campaign.actions.views import county_view
from campaign.asking import IssuesAsked
from campaign.days import DAY, Days
from campaign.issues import Dossier
from campaign.people import Actor
from campaign.ports import Store
from campaign.records import Issue, Practice
from campaign.vocabulary import IssueState
from handlers.overview.actions import MOST_FOUND, OneCounty, SomeCounties, matching

MOST_ISSUES = 5
MOST_SOLVED = 3
MOST_PRACTICES = 3
LATELY = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Brief:
    """How a county stands, its open issues with what was done, what was solved lately, and others' practices.

    own: the county's own practices, latest first. others: of other counties, chosen ones first.
    """

    one: OneCounty
    open: tuple[Dossier, ...]
    solved: tuple[Dossier, ...]
    own: tuple[Practice, ...]
    others: tuple[Practice, ...]


def brief_named(store: Store, actor: Actor, word: str) -> Brief | SomeCounties:
    """Return the brief of the county that a word names, without one of a person's only county."""
    if word:
        found = matching(store.people.counties(actor.campaign_id), word)
    else:
        own = store.people.pairings(actor.campaign_id, actor.person.id)
        found = tuple(dict.fromkeys(pairing.county for pairing in own))
    return brief(store, actor, found[0].id) if len(found) == 1 else SomeCounties(word, found[:MOST_FOUND])


def brief(store: Store, actor: Actor, county_id: int) -> Brief:
    """Return the brief of a county. Raise NotFound."""
    campaign_id = actor.campaign_id
    county, plan = store.people.county(campaign_id, county_id), store.campaigns.plan(campaign_id)
    today = plan.today(store.now)
    one = OneCounty(plan, county, county_view(store, campaign_id, county), today)
    lately = IssuesAsked(county_id, closed=Days(today - LATELY, today + DAY), state=IssueState.CLOSED)
    solved = store.asking.issues(campaign_id, lately, MOST_SOLVED).first
    return Brief(
        one,
        _dossiers(store, campaign_id, one.view.issues[:MOST_ISSUES]),
        _dossiers(store, campaign_id, solved),
        tuple(store.archive.practices(campaign_id, county_id, MOST_PRACTICES)),
        _of_others(store, campaign_id, county_id),
    )


def _of_others(store: Store, campaign_id: str, county_id: int) -> tuple[Practice, ...]:
    """Return other counties' practices: those chosen for promotion first, then the latest."""
    chosen = store.archive.chosen_practices(campaign_id, 4 * MOST_PRACTICES)
    latest = store.archive.practices(campaign_id, None, 4 * MOST_PRACTICES)
    others = dict.fromkeys(one for one in (*chosen, *latest) if one.county_id != county_id)
    return tuple(others)[:MOST_PRACTICES]


def _dossiers(store: Store, campaign_id: str, issues: Sequence[Issue]) -> tuple[Dossier, ...]:
    return tuple(store.issues.dossier(campaign_id, issue.number) for issue in issues)
