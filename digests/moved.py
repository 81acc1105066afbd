"""Which figures moved between two forms of one digest's facts; pure."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from campaign.vocabulary import DigestKind
from digests.facts import DigestFacts, SectionFacts


class Figure(StrEnum):
    """A figure that leaders look at first."""

    CONTACTS = "contacts"
    UNCOVERED = "uncovered"
    RAISED = "raised"
    CLOSED = "closed"
    PRACTICES = "practices"
    OPEN = "open"
    OVERDUE = "overdue"
    QUOTA_DONE = "quota_done"
    QUOTA_MET = "quota_met"


class Moved(NamedTuple):
    """One figure before and now; `kind`: of the section of that kind, None for the whole campaign."""

    figure: Figure
    kind: DigestKind | None
    before: int
    now: int


def moved(before: DigestFacts, now: DigestFacts) -> tuple[Moved, ...]:
    """Return the figures that differ, those of the sections first."""
    then = dict(_figures(before))
    return tuple(
        Moved(figure, kind, then[figure, kind], value)
        for (figure, kind), value in _figures(now)
        if then.get((figure, kind), value) != value
    )


def _figures(facts: DigestFacts) -> Iterator[tuple[tuple[Figure, DigestKind | None], int]]:
    for section in facts.sections:
        for figure, value in _section(section):
            yield (figure, section.kind), value
    first = facts.sections[0]
    yield (Figure.OPEN, None), first.open
    yield (Figure.OVERDUE, None), first.overdue
    yield (Figure.QUOTA_DONE, None), facts.quota.done
    yield (Figure.QUOTA_MET, None), facts.quota.met


def _section(section: SectionFacts) -> Iterator[tuple[Figure, int]]:
    yield Figure.CONTACTS, section.contacts
    yield Figure.UNCOVERED, len(section.uncovered)
    yield Figure.RAISED, section.raised
    yield Figure.CLOSED, section.closed
    yield Figure.PRACTICES, section.practices
