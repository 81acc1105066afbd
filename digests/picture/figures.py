"""The figures that a picture adds up by itself: of a page, a prefecture, a province."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from digests.facts import CountyFacts, DigestFacts
from digests.picture.marks import Mark, mark_of


class Share(NamedTuple):
    """So many of so many."""

    part: int
    whole: int

    @property
    def fraction(self) -> float:
        """The share, 0 to 1; nothing of nothing is nothing."""
        return min(1.0, self.part / self.whole) if self.whole else 0.0


def required_of(facts: DigestFacts, county: CountyFacts) -> int:
    """Return what the quota asks of a county; old facts had one figure for all."""
    return facts.quota.required if facts.quota.counties is None else county.required


def quota_of(facts: DigestFacts, places: Iterable[int]) -> Share:
    """Return the contacts done of those owed; what a county did beyond its own helps no other."""
    part = whole = 0
    for place in places:
        required = required_of(facts, facts.counties[place])
        part += min(facts.counties[place].done, required)
        whole += required
    return Share(part, whole)


def covered_of(facts: DigestFacts, places: Iterable[int]) -> Share:
    """Return the counties with something logged in the window of the tiles."""
    shown, uncovered = list(places), set(facts.sections[0].uncovered)
    return Share(sum(place not in uncovered for place in shown), len(shown))


def elapsed_of(facts: DigestFacts) -> Share:
    """Return the days of the quota's window that are gone; of none where its length is not known."""
    return Share(max(0, facts.quota.days - facts.quota.days_left), facts.quota.days)


def marks_of(facts: DigestFacts, places: Iterable[int]) -> dict[Mark, int]:
    """Return how many counties have each mark that occurs, best first."""
    found = Counter(mark_of(facts.counties[place]) for place in places)
    return {mark: found[mark] for mark in Mark if found[mark]}
