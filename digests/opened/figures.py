"""Which figures of a digest open a list, as it was frozen and edited: those that its text shows, no zeros."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from campaign.listing import UNSAID
from campaign.permissions import Action
from digests.edits import NO_EDITS, Edits
from digests.facts import DigestFacts, SectionFacts
from digests.told import CategoryFacts, ClassFacts, TierFacts


class Figure(StrEnum):
    """A kind of figure; what is written stands in the data of buttons."""

    CONTACTED = "k"
    UNCOVERED = "u"
    CONTACTS = "c"
    BEFORE = "b"
    CONTACTED_BEFORE = "kb"
    LATE = "l"
    CORRECTED = "x"
    WITHDRAWN = "w"
    RAISED = "r"
    CLOSED = "s"
    PRACTICES = "e"
    MESSAGES = "g"
    MET = "m"
    UNMET = "n"
    SHORT = "f"
    OPEN = "o"
    OVERDUE = "d"
    NEVER = "v"
    TIER = "t"
    SAME = "y"
    DUTY = "z"
    DUTY_DONE = "zd"
    CITY = "p"


OF_CATEGORY = "#"


class Opened(NamedTuple):
    """One figure: of which section, by its place; of which channel, resolver, duty or city, if of one.

    A category is named by its place behind `OF_CATEGORY`.
    """

    figure: Figure
    section: int = 0
    of: str = ""

    @property
    def written(self) -> str:
        """Return it as buttons carry it."""
        return f"{self.figure}.{self.section}.{self.of}"


def read_opened(written: str) -> Opened:
    """Return what a button carries; raise ValueError."""
    figure, section, of = written.split(".")
    return Opened(Figure(figure), int(section), of)


RECORDS = frozenset(
    {
        *(Figure.CONTACTS, Figure.BEFORE, Figure.LATE, Figure.CORRECTED, Figure.WITHDRAWN, Figure.RAISED),
        *(Figure.CLOSED, Figure.PRACTICES, Figure.MESSAGES, Figure.OPEN, Figure.OVERDUE, Figure.SAME),
    }
)
"""Figures behind which records stand, rather than counties and duties."""


def needed(figure: Figure) -> Action:
    """Return what somebody must be allowed to do to see the list behind a figure."""
    return Action.READ_RECORDS if figure in RECORDS else Action.READ_FIGURES


def openable(facts: DigestFacts, edits: Edits = NO_EDITS) -> dict[Opened, int]:
    """Return every figure with its number, in the order of the text."""
    shown = {key: figures for key, figures in _blocks(facts).items() if key not in edits.omitted}
    found = dict[Opened, int]()
    for figures in shown.values():
        found |= {opened: number for opened, number in figures if number and opened not in found}
    return found


def number_of(facts: DigestFacts, opened: Opened) -> int:
    """Return a figure's number; 0 of one that the digest does not have."""
    if opened.section >= len(facts.sections):
        return 0
    return {**parts(facts, opened._replace(of="")), **openable(facts)}.get(opened, 0)


def parts(facts: DigestFacts, whole: Opened) -> dict[Opened, int]:
    """Return the figures that a figure is the sum of: by channel, by who is to solve it, by category."""
    section = facts.sections[whole.section]
    if whole.figure is Figure.CONTACTS:
        return {whole._replace(of=channel.value): n for channel, n in section.channels.items() if n}
    if whole.figure is Figure.CITY:
        return {whole._replace(of=str(n)): number for n, number in enumerate(cities(facts).values())}
    count = _COUNTS.get(whole.figure)
    # Of the first section alone it is told.
    if count is None or whole.section:
        return {}
    solved = [(one.resolver.value if one.resolver else UNSAID, count(one)) for one in facts.classes]
    filed = [(f"{OF_CATEGORY}{place}", count(one)) for place, one in enumerate(facts.categories)]
    found = [
        *(solved if any(one.resolver for one in facts.classes) else []),
        *(filed if any(one.name for one in facts.categories) else []),
    ]
    return {whole._replace(of=of): number for of, number in found if number}


def category_of(opened: Opened) -> int | None:
    """Return the place among a digest's categories of the one that a figure is of; None of another."""
    mark, _, place = opened.of.partition(OF_CATEGORY)
    return int(place) if place and not mark else None


_COUNTS: Mapping[Figure, Callable[[ClassFacts | CategoryFacts], int]] = MappingProxyType(
    {
        Figure.RAISED: lambda one: one.raised,
        Figure.CLOSED: lambda one: one.closed,
        Figure.OPEN: lambda one: one.open,
        Figure.OVERDUE: lambda one: one.overdue,
    }
)
Figures = Iterable[tuple[Opened, int]]


def _blocks(facts: DigestFacts) -> dict[str, Figures]:
    windows: dict[str, Figures] = {
        f"window:{section.kind}": tuple(_window(facts, place, section)) for place, section in _windows(facts)
    }
    return {
        **windows,
        "overall": tuple(_overall(facts, facts.sections[0])),
        "uncovered": [(Opened(Figure.UNCOVERED, place), len(s.uncovered)) for place, s in _windows(facts)],
        "issues": tuple(_issues(facts, facts.sections[0])),
        "duties": tuple(_duties(facts)),
        "prefectures": [(Opened(Figure.CITY), len(cities(facts)))] if facts.several_prefectures else [],
    }


def cities(facts: DigestFacts) -> dict[str, int]:
    """Return how many counties each city has, in the roster's order."""
    return Counter(county.prefecture for county in facts.counties)


def _duties(facts: DigestFacts) -> Figures:
    for place, one in enumerate(facts.duties):
        yield Opened(Figure.DUTY, of=str(place)), len(one.missing)
        yield Opened(Figure.DUTY_DONE, of=str(place)), one.done


def _windows(facts: DigestFacts) -> list[tuple[int, SectionFacts]]:
    """Return the sections that the text tells: rhythms that cover the same days share theirs."""
    known = dict[object, tuple[int, SectionFacts]]()
    for place, section in enumerate(facts.sections):
        known.setdefault((section.first, section.last), (place, section))
    return list(known.values())


def _window(facts: DigestFacts, place: int, section: SectionFacts) -> Figures:
    yield Opened(Figure.CONTACTED, place), section.contacted
    yield Opened(Figure.UNCOVERED, place), len(section.uncovered)
    yield Opened(Figure.CONTACTS, place), section.contacts
    if section.before:
        yield Opened(Figure.CONTACTED_BEFORE, place), section.before.contacted
        yield Opened(Figure.BEFORE, place), section.before.contacts
    if not place:
        yield Opened(Figure.LATE), section.late
        yield Opened(Figure.CORRECTED), facts.amended.corrected
        yield Opened(Figure.WITHDRAWN), facts.amended.withdrawn
    yield Opened(Figure.RAISED, place), section.raised
    yield Opened(Figure.CLOSED, place), section.closed
    yield Opened(Figure.PRACTICES, place), section.practices
    if not place:
        yield Opened(Figure.MESSAGES), facts.county_messages or 0


def _overall(facts: DigestFacts, first: SectionFacts) -> Figures:
    quota = facts.quota
    if quota.required:
        asked = quota.owed // quota.required if quota.counties is None else quota.counties
        yield Opened(Figure.MET), quota.met
        yield Opened(Figure.UNMET), asked - quota.met
    yield Opened(Figure.SHORT), facts.short
    yield Opened(Figure.OPEN), first.open
    yield Opened(Figure.OVERDUE), first.overdue
    yield Opened(Figure.NEVER), len(facts.never)
    if facts.tiers:
        yield from _tiers(facts.tiers)


def _issues(facts: DigestFacts, first: SectionFacts) -> Figures:
    if any(one.resolver for one in facts.classes) or any(one.name for one in facts.categories):
        yield Opened(Figure.RAISED), first.raised
        yield Opened(Figure.CLOSED), first.closed
        yield Opened(Figure.OPEN), first.open
        yield Opened(Figure.OVERDUE), first.overdue
    for place, one in enumerate(facts.same):
        yield Opened(Figure.SAME, of=str(place)), one.counties


def _tiers(tiers: TierFacts) -> Figures:
    yield Opened(Figure.TIER, of="own"), tiers.own + tiers.both
    yield Opened(Figure.TIER, of="others"), tiers.others
    yield Opened(Figure.TIER, of="nobody"), tiers.nobody
    yield Opened(Figure.TIER, of="unpaired"), tiers.unpaired
