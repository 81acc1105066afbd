"""Everything that was found in one message, gathered once and handed to those who put it together."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Protocol, TypeVar

from understanding.clauses import START_OF, Clause, clause_at
from understanding.counties import Mention
from understanding.dates import Day
from understanding.evidence import Sign
from understanding.normalise import Plain
from understanding.outline import Outline
from understanding.people import Count

BLOT = "\ufffc"
"""What stands for a character of a county's name."""

DAY_BLOT = "\ufffb"
"""What stands for a character of a day."""


class Placed(Protocol):
    """A find at a place of the text."""

    @property
    def start(self) -> int:
        """Where it begins."""


Find = TypeVar("Find", bound=Placed)


@dataclass(frozen=True, slots=True)
class Facts:
    """The finds of one message, each list in order of place; offsets are those of the plain text.

    masked: the plain text with the names of counties blotted out.
    """

    plain: Plain
    today: date
    clauses: Sequence[Clause]
    mentions: Sequence[Mention]
    deadlines: Sequence[Day]
    days: Sequence[Day] = ()
    signs: Sequence[Sign] = ()
    counts: Sequence[Count] = ()
    masked: str = ""
    outline: Outline = field(default_factory=Outline)

    @property
    def text(self) -> str:
        """Return the plain text."""
        return self.plain.text

    def outside_of(self, zones: Sequence[tuple[int, int]]) -> "Facts":
        """Return the finds whose days, signs and counts lie in no zone."""
        kept = Outside(zones)
        return replace(
            self,
            days=[day for day in self.days if kept.holds(day.start, day.end)],
            signs=[sign for sign in self.signs if kept.holds(sign.start, sign.end)],
            counts=[count for count in self.counts if kept.holds(count.start, count.end)],
        )

    def names(self, low: int, high: int) -> bool:
        """Tell whether a county is named in a stretch."""
        return bool(between(self.mentions, low, high))

    def clause(self, place: int) -> Clause:
        """Return the clause at a place. LookupError: a text without clauses."""
        clause = clause_at(self.clauses, place)
        if clause is None:
            raise LookupError(place)
        return clause


class Outside:
    """What lies in no zone, asked for many stretches."""

    def __init__(self, zones: Sequence[tuple[int, int]]) -> None:
        self._zones: list[tuple[int, int]] = []
        for zone in sorted(zones):
            if self._zones and zone[0] < self._zones[-1][1]:
                last = self._zones.pop()
                self._zones.append((last[0], max(last[1], zone[1])))
            else:
                self._zones.append(zone)
        self._ends = [end for _, end in self._zones]

    def holds(self, start: int, end: int) -> bool:
        """Tell whether a stretch touches no zone."""
        first = bisect_right(self._ends, start)
        return first == len(self._zones) or end <= self._zones[first][0]


def between(finds: Sequence[Find], low: int, high: int) -> Sequence[Find]:
    """Return the finds, in order of place, that begin in a stretch."""
    return finds[bisect_left(finds, low, key=START_OF) : bisect_left(finds, high, key=START_OF)]


def outside(stretch: tuple[int, int], zones: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the parts of a stretch that lie in no zone."""
    parts, start = [], stretch[0]
    for zone_start, zone_end in sorted(zones):
        if zone_end <= start or zone_start >= stretch[1]:
            continue
        if zone_start > start:
            parts.append((start, zone_start))
        start = max(start, zone_end)
    if start < stretch[1]:
        parts.append((start, stretch[1]))
    return parts


def touches(start: int, end: int, zones: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a stretch touches any zone."""
    return any(start < zone_end and zone_start < end for zone_start, zone_end in zones)


def blotted(text: str, finds: Sequence[Mention] | Sequence[Day], blot: str = BLOT) -> str:
    """Return a text with the names of counties, or the days, blotted out."""
    parts, place = [], 0
    for find in finds:
        if find.start >= place:
            parts += [text[place : find.start], blot * (find.end - find.start)]
            place = find.end
    return "".join([*parts, text[place:]])
