"""Contacts put together from segments: which county, when, how, how many."""

from collections.abc import Iterator, Sequence

from understanding.dates import Day
from understanding.drafts import RANK, TELLING, Draft, best, chosen_days
from understanding.evidence import Sign, Status
from understanding.facts import Facts
from understanding.lexicon import Lexicon
from understanding.segments import Segment
from understanding.sharing import inherited, merged, shared, without_overviews

Zones = Sequence[tuple[int, int]]


class Assembler:
    """Puts the finds of a message together to contacts."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.listing = lexicon.pattern("listing")
        self.in_turn = lexicon.pattern("in_turn")
        self.said_of_all = lexicon.pattern("said_of_all")

    def drafts(self, facts: Facts, segments: Sequence[Segment], zones: Zones) -> list[Draft]:
        """Return the contacts of a message, inherited facts filled in; finds in the zones do not count."""
        free = facts.outside_of(zones)
        parts = [part for segment in segments for part in self.parts(free, segment)]
        found = [self.draft(free, part) for part in parts]
        return inherited(shared(facts.text, without_overviews(merged(found)), self.said_of_all))

    def parts(self, facts: Facts, segment: Segment) -> Iterator[Segment]:
        """Yield a segment cut where a second contact with the same county begins."""
        start, seen_day, seen_sign = segment.start, None, None
        for clause in facts.clauses:
            low, high = max(clause.start, segment.start), min(clause.end, segment.end)
            if low >= high:
                continue
            sign, day = self.told(facts, low, high)
            if (
                seen_sign
                and sign
                and self.begins_another(facts.text[low:high], (seen_day, day), (seen_sign, sign))
            ):
                yield Segment(start, low, segment.anchor)
                start, seen_sign = low, None
            seen_day, seen_sign = day or seen_day, best([s for s in (seen_sign, sign) if s])
        yield Segment(start, segment.end, segment.anchor)

    def told(self, facts: Facts, low: int, high: int) -> tuple[Sign | None, Day | None]:
        """Return the most telling sign of a contact that took place and the first exact day of a stretch."""
        done = [s for s in facts.signs if low <= s.start < high and s.status is Status.DONE]
        exact = (d for d in facts.days if low <= d.start < high and not d.vague)
        return best(done), next(exact, None)

    def begins_another(
        self, words: str, days: tuple[Day | None, Day | None], signs: tuple[Sign, Sign]
    ) -> bool:
        """Tell whether a clause speaks of another contact than the clauses before it."""
        (seen_day, day), (seen, sign) = days, signs
        if RANK[sign.kind] > TELLING:
            return False
        if day and seen_day and day.value != seen_day.value:
            return True
        other = sign.channel is not seen.channel and RANK[seen.kind] <= TELLING
        return other and bool(self.in_turn.search(words))

    def draft(self, facts: Facts, part: Segment) -> Draft:
        """Return one part's finds."""
        low, high = part.start, part.end
        signs = tuple(s for s in facts.signs if low <= s.start < high)
        sign = best([s for s in signs if s.status is Status.DONE])
        told = facts.clause(sign.start) if sign else None
        within = (told.start, told.end) if told else (0, 0)
        days = chosen_days(facts.text, [d for d in facts.days if low <= d.start < high], self.listing, within)
        counts = [c for c in facts.counts if low <= c.start < high]
        count = min(counts, key=lambda c: (c.rank, c.start), default=None)
        return Draft(low, high, part.anchor, days, sign, count, signs)
