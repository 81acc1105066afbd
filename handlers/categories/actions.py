"""What is asked about categories, in plain values."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from campaign.actions.issues import choose_category
from campaign.categories import Category
from campaign.issues import Dossier, SharedIssue
from campaign.people import Actor
from campaign.ports import Store
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
    found: dict[str, list[SharedIssue]] = {}
    for issue in store.issues.shared(actor.campaign_id):
        found.setdefault(issue.gist, []).append(issue)
    several = (Shared(same[0].text, _names(same)) for same in found.values())
    return tuple(sorted(several, key=lambda one: -len(one.counties)))


def _names(same: Sequence[SharedIssue]) -> tuple[str, ...]:
    """Return each county once, with the city where several have its name."""
    counties = dict.fromkeys((one.county_id, one.county, one.prefecture or "") for one in same)
    often = Counter(name for _, name, _ in counties)
    return tuple(f"{city}{name}" if often[name] > 1 else name for _, name, city in counties)


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
