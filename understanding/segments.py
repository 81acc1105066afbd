"""How a message falls into stretches that each speak of one county or of a few named together."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from understanding.clauses import Clause
from understanding.counties import Mention
from understanding.facts import Facts, between
from understanding.lexicon import Lexicon


@dataclass(frozen=True)
class Anchor:
    """Counties that are named together: keys in order, and the stretch in which they are named."""

    start: int
    end: int
    mentions: tuple[Mention, ...]

    @cached_property
    def counties(self) -> tuple[str, ...]:
        """Return the keys of all counties named, each once."""
        return tuple(dict.fromkeys(key for mention in self.mentions for key in mention.counties))

    @cached_property
    def keys(self) -> frozenset[str]:
        """Return the keys of all counties named, in no order."""
        return frozenset(self.counties)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the plain text and the counties it speaks of; anchor None: none is named."""

    start: int
    end: int
    anchor: Anchor | None


def anchors(text: str, mentions: Sequence[Mention], lexicon: Lexicon) -> list[Anchor]:
    """Return mentions grouped where only words of coordination stand between them."""
    groups: list[Anchor] = []
    for mention in mentions:
        last = groups[-1] if groups else None
        if last and joined(text, last.end, mention, lexicon):
            groups[-1] = Anchor(last.start, mention.end, (*last.mentions, mention))
        else:
            groups.append(Anchor(mention.start, mention.end, (mention,)))
    return groups


def joined(text: str, end: int, mention: Mention, lexicon: Lexicon) -> bool:
    """Tell whether a mention is named together with the one that ends at a place."""
    if lexicon.pattern("coordinated").fullmatch(text, end, mention.start):
        return True
    listed = lexicon.pattern("listing").fullmatch(text, end, mention.start)
    return bool(listed and lexicon.pattern("both_said").match(text, mention.end))


def cut_before(facts: Facts, earlier: Anchor, later: Anchor, lexicon: Lexicon) -> int:
    """Return where the stretch of a later anchor begins, somewhere behind the earlier one."""
    clause = facts.clause(later.start)
    if earlier.end <= clause.start:
        return before_dates(facts, earlier, clause)
    for sign in facts.signs:
        if earlier.end < sign.start and sign.end == later.start and not facts.text[sign.start - 1].isalnum():
            return sign.start
    lead = lexicon.pattern("lead_to_county")
    for day in facts.days:
        if (
            earlier.end <= day.start
            and day.end <= later.start
            and lead.fullmatch(facts.text, day.end, later.start)
        ):
            before = [other for other in facts.days if other.start < earlier.start]
            return day.start if before or not day.vague else later.start
    return later.start


def before_dates(facts: Facts, earlier: Anchor, own: Clause) -> int:
    """Return the start of the clauses with days that lead up to a place, behind an anchor."""
    place = own.start
    if earlier.end <= own.since:
        return own.since
    if not any(day.start < place for day in facts.days):
        return place
    while place > earlier.end:
        clause = facts.clause(place - 1)
        if clause.end != place or clause.start < earlier.end or not only_date(facts, clause.start, place):
            break
        place = clause.start
    return place


def only_date(facts: Facts, start: int, end: int) -> bool:
    """Tell whether a clause holds a day and hardly anything else."""
    dates = sum(day.end - day.start for day in between(facts.days, start, end) if day.end <= end)
    return dates > 0 and end - start - dates <= 4


def segments(facts: Facts, groups: Sequence[Anchor], lexicon: Lexicon) -> Iterator[Segment]:
    """Yield the segments of a message in order; they make up the whole text."""
    end = len(facts.text)
    if not groups:
        yield Segment(0, end, None)
        return
    cuts = [0, *(cut_before(facts, a, b, lexicon) for a, b in itertools.pairwise(groups)), end]
    for anchor, start, stop in zip(groups, cuts, cuts[1:], strict=False):
        yield Segment(start, stop, anchor)
