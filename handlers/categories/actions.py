"""What is asked about categories, in plain values."""

from collections import Counter
from dataclasses import dataclass

from campaign.actions.issues import choose_category
from campaign.categories import Category
from campaign.gist import gist_of
from campaign.issues import Dossier
from campaign.people import Actor
from campaign.ports import Store
from campaign.records import Issue
from handlers.category_callbacks import OTHER
from handlers.issues.actions import IssueCard, as_shown, may_word


@dataclass(frozen=True, slots=True)
class CategoryChoice:
    """An issue, and the categories that it may be given."""

    dossier: Dossier
    categories: tuple[Category, ...]


@dataclass(frozen=True, slots=True)
class CategoryCounts:
    """The categories of open issues with how many there are, most first; `others` are of none."""

    counts: tuple[tuple[Category, int], ...]
    others: int


@dataclass(frozen=True, slots=True)
class Shared:
    """One problem that several counties have open: the words of the first, and the counties."""

    text: str
    counties: tuple[str, ...]


def shared(store: Store, actor: Actor) -> tuple[Shared, ...]:
    """Return what several counties have as an open issue; what most have first, then what came first."""
    found: dict[str, list[Issue]] = {}
    for issue in store.issues.open(actor.campaign_id):
        found.setdefault(gist_of(issue.text, issue.county_name), []).append(issue)
    names = ((same[0].text, dict.fromkeys(one.county_name for one in same)) for same in found.values())
    several = (Shared(text, tuple(counties)) for text, counties in names if len(counties) > 1)
    return tuple(sorted(several, key=lambda one: -len(one.counties)))


def choice(store: Store, actor: Actor, number: int) -> CategoryChoice:
    """Return what an issue may be filed under. Raise NotAllowed, NotFound."""
    may_word(store, actor, number)
    plan = store.campaigns.plan(actor.campaign_id)
    return CategoryChoice(store.issues.dossier(actor.campaign_id, number), plan.filing.categories.every)


def choose(store: Store, actor: Actor, number: int, category: str) -> IssueCard:
    """Give an issue a category. Raise NotAllowed, NotFound."""
    chosen = None if category == OTHER else category
    return as_shown(store, actor, choose_category(store, actor, number, chosen))


def counted(store: Store, actor: Actor) -> CategoryCounts:
    """Count the open issues by category."""
    found = Counter(issue.category for issue in store.issues.open(actor.campaign_id))
    every = store.campaigns.plan(actor.campaign_id).filing.categories.every
    known = [(category, found.pop(category.id)) for category in every if category.id in found]
    return CategoryCounts(tuple(sorted(known, key=lambda one: -one[1])), sum(found.values()))
