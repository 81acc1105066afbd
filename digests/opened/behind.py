"""The list behind a figure of a digest: from its frozen facts, or from records as they were known then."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from campaign.days import through
from campaign.listing import ContactsOf, Extent, Filed, IssueRow, IssuesOf, Leaf, Listed
from campaign.ports import Store
from campaign.quota_rules import QuotaScope
from campaign.vocabulary import Channel
from digests.facts import DigestFacts
from digests.opened import names
from digests.opened.counties import counties
from digests.opened.figures import Figure, Opened, category_of, number_of, parts
from digests.opened.rows import Asked, Behind, NameRow, Row

SHORT_LINES, LONG_LINES = 20, 10
"""So many lines are on a page: of counties, of records."""
GONE = ""
"""No category has this id."""


def behind(store: Store, campaign_id: str, facts: DigestFacts, opened: Opened, page: int) -> Behind:
    """Return a page of the list behind a figure, the last one if there are fewer."""
    plan = store.campaigns.plan(campaign_id)
    asked = Asked(store, campaign_id, plan, plan.today(facts.cut_off), facts, opened)
    number, read = number_of(facts, opened), _PAGES.get(opened.figure)
    size = LONG_LINES if read or opened.figure is Figure.SAME else SHORT_LINES
    leaf = Leaf(min(max(page, 0), max(0, number - 1) // size) * size, size)
    found: Listed[Any] = Listed(0, ())
    if number:
        found = read(asked, leaf) if read else _part(_whole(asked), leaf)
    sums = parts(facts, opened) if number and not opened.of else {}
    return Behind(facts, opened, number, leaf, found.total, found.rows, found.later, sums)


def _part(rows: Sequence[Row], leaf: Leaf) -> Listed[Row]:
    return Listed(len(rows), rows[leaf.place : leaf.place + leaf.size])


def _contacts(asked: Asked, leaf: Leaf) -> Listed[Any]:
    which = ContactsOf.LATE if asked.opened.figure is Figure.LATE else ContactsOf.WINDOW
    channel = Channel(asked.opened.of) if asked.opened.of else None
    return asked.store.listings.contacts(_extent(asked), which, channel, leaf)


def _issues(asked: Asked, leaf: Leaf) -> Listed[Any]:
    which, of, place = _ISSUES[asked.opened.figure], asked.opened.of, category_of(asked.opened)
    filed = None if place is None else _filed(asked, asked.facts.categories[place].name)
    return asked.store.listings.issues(_extent(asked), which, filed or of, leaf, asked.today)


def _filed(asked: Asked, name: str | None) -> Filed:
    """Return what is filed under a name; under one that the rules have no more, nothing is."""
    names = asked.plan.filing.categories.names
    if name is None:
        return Filed(None, tuple(names))
    return Filed(next((key for key, known in names.items() if known == name), GONE), tuple(names))


def _practices(asked: Asked, leaf: Leaf) -> Listed[Any]:
    return asked.store.listings.practices(_extent(asked), leaf)


def _amended(asked: Asked, leaf: Leaf) -> Listed[Any]:
    withdrawn = asked.opened.figure is Figure.WITHDRAWN
    return asked.store.listings.amended(_extent(asked), leaf, withdrawn=withdrawn)


def _same(asked: Asked) -> Sequence[IssueRow]:
    """Return each county's first issue of the same print."""
    same = asked.facts.same[int(asked.opened.of)]
    rows = asked.store.listings.same(_extent(asked), same.text, same.gist)
    found = dict[tuple[str, str], IssueRow]()
    for row in rows:
        found.setdefault((row.prefecture, row.county), row)
    return list(found.values())


def _contacted_before(asked: Asked) -> Sequence[Row]:
    return [NameRow(*place) for place in asked.store.listings.contacted(_extent(asked))]


def _messages(asked: Asked) -> Sequence[Row]:
    return asked.store.listings.county_messages(_extent(asked))


def _whole(asked: Asked) -> Sequence[Row]:
    """Return a list that is short, or made of the frozen facts."""
    figure = asked.opened.figure
    if figure is Figure.CITY and not asked.opened.of:
        return names.every_city(asked)
    if figure in {Figure.MET, Figure.UNMET} and asked.facts.quota.scope is QuotaScope.LIAISON:
        return names.liaisons(asked)
    return _WHOLE.get(figure, counties)(asked)


def _extent(asked: Asked) -> Extent:
    section = asked.facts.sections[asked.opened.section]
    since, days = asked.plan.rhythm.opened(section.first), through(section.first, section.last)
    if asked.opened.figure in {Figure.BEFORE, Figure.CONTACTED_BEFORE} and section.before:
        days = through(section.before.first, section.before.last)
    return Extent(asked.campaign_id, days, since, asked.facts.cut_off)


_ISSUES = MappingProxyType(
    {
        Figure.RAISED: IssuesOf.RAISED,
        Figure.CLOSED: IssuesOf.CLOSED,
        Figure.OPEN: IssuesOf.OPEN,
        Figure.OVERDUE: IssuesOf.OVERDUE,
    }
)
_PAGES: Mapping[Figure, Callable[[Asked, Leaf], Listed[Any]]] = MappingProxyType(
    {
        Figure.CONTACTS: _contacts,
        Figure.BEFORE: _contacts,
        Figure.LATE: _contacts,
        Figure.CORRECTED: _amended,
        Figure.WITHDRAWN: _amended,
        Figure.PRACTICES: _practices,
        **dict.fromkeys(_ISSUES, _issues),
    }
)
_WHOLE: Mapping[Figure, Callable[[Asked], Sequence[Row]]] = MappingProxyType(
    {
        Figure.CONTACTED_BEFORE: _contacted_before,
        Figure.MESSAGES: _messages,
        Figure.SAME: _same,
        Figure.TIER: names.of_tiers,
        Figure.DUTY: names.holders,
        Figure.DUTY_DONE: names.holders,
    }
)
