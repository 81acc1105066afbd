"""Contacts put together from segments: which county, when, how, how many."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from campaign.vocabulary import Channel
from understanding.dates import Day
from understanding.evidence import Sign, Status
from understanding.facts import Facts, outside, touches
from understanding.lexicon import Lexicon
from understanding.people import Count
from understanding.segments import Anchor, Segment

Zones = Sequence[tuple[int, int]]
RANK = {
    "came": 0,
    "video": 1,
    "phone": 1,
    "onsite": 2,
    "other": 3,
    "meeting": 4,
    "weak_onsite": 5,
    "contact": 6,
}
"""How telling a sign is of the channel, the most telling first."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One contact before counties are told apart: an anchor with its day, sign and count."""

    start: int
    end: int
    anchor: Anchor | None
    days: tuple[Day, ...]
    sign: Sign | None
    count: Count | None
    signs: tuple[Sign, ...] = ()

    @property
    def channel(self) -> Channel | None:
        """Return the channel that the sign shows."""
        return self.sign.channel if self.sign else None


class Assembler:
    """Puts the finds of a message together to contacts."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.listing = lexicon.pattern("listing")

    def drafts(self, facts: Facts, segments: Sequence[Segment], zones: Zones) -> list[Draft]:
        """Return the contacts of a message, inherited facts filled in."""
        parts = [part for segment in segments for part in self.parts(facts, segment, zones)]
        found = [self.draft(facts, part, zones) for part in parts]
        return shared(inherited(merged(found)))

    def parts(self, facts: Facts, segment: Segment, zones: Zones) -> Iterator[Segment]:
        """Yield a segment cut where a second contact with the same county begins."""
        start, seen_day, seen_sign = segment.start, None, None
        for clause in facts.clauses:
            low, high = max(clause.start, segment.start), min(clause.end, segment.end)
            if low >= high:
                continue
            signs = [s for s in facts.signs if low <= s.start < high and counts_as_done(s, zones)]
            days = [d for d in facts.days if low <= d.start < high and not touches(d.start, d.end, zones)]
            sign = best(signs)
            day = next((d for d in days if not d.vague), None)
            if (
                low > start
                and seen_sign
                and sign
                and self.begins_another(facts.text[low:high], seen_day, day, seen_sign, sign)
            ):
                yield Segment(start, low, segment.anchor)
                start, seen_sign = low, None
            seen_day, seen_sign = day or seen_day, best([s for s in (seen_sign, sign) if s])
        yield Segment(start, segment.end, segment.anchor)

    def begins_another(
        self, words: str, seen_day: Day | None, day: Day | None, seen: Sign, sign: Sign
    ) -> bool:
        """Tell whether a clause speaks of another contact than the clauses before it."""
        if RANK[sign.kind] > 2:
            return False
        if day and seen_day and day.value != seen_day.value:
            return True
        other = sign.channel is not seen.channel and RANK[seen.kind] <= 2
        return other and bool(self.lexicon.pattern("in_turn").search(words))

    def draft(self, facts: Facts, part: Segment, zones: Zones) -> Draft:
        """Return one part's finds; signs, days and counts in the zones of issues do not count."""
        free = outside((part.start, part.end), zones)
        signs = [s for s in facts.signs if within(s.start, free)]
        done = [s for s in signs if s.status is Status.DONE]
        days = [d for d in facts.days if within(d.start, free)]
        counts = [c for c in facts.counts if within(c.start, free)]
        count = min(counts, key=lambda c: (c.rank, c.start), default=None)
        return Draft(
            part.start,
            part.end,
            part.anchor,
            chosen_days(facts.text, days, self.listing),
            best(done),
            count,
            tuple(signs),
        )


def counts_as_done(sign: Sign, zones: Zones) -> bool:
    """Tell whether a sign shows a contact that took place."""
    return sign.status is Status.DONE and not touches(sign.start, sign.end, zones)


def within(place: int, stretches: Zones) -> bool:
    """Tell whether a place lies in one of some stretches."""
    return any(start <= place < end for start, end in stretches)


def best(signs: Sequence[Sign]) -> Sign | None:
    """Return the most telling sign, the earlier of equals."""
    return min(signs, key=lambda sign: (RANK[sign.kind], sign.start), default=None)


def chosen_days(text: str, days: Sequence[Day], listing: re.Pattern[str]) -> tuple[Day, ...]:
    """Return the days of one contact: the first exact one and those listed after it, else vague ones."""
    exact = [day for day in days if not day.vague] or list(days)[:1]
    listed = exact[:1]
    for day in exact[1:]:
        if day.end > listed[-1].end and listing.fullmatch(text, listed[-1].end, day.start):
            if day.value != listed[-1].value:
                listed.append(day)
        else:
            break
    return tuple(listed)


def merged(drafts: Sequence[Draft]) -> list[Draft]:
    """Return drafts with the later mentions of a county folded into its contact."""
    kept: list[Draft] = []
    for draft in drafts:
        last = next((k for k in reversed(kept) if same_counties(k, draft)), None)
        if last is None or not adds_nothing(last, draft):
            kept.append(draft)
            continue
        sign = best([s for s in (last.sign, draft.sign) if s])
        count = min((c for c in (last.count, draft.count) if c), key=lambda c: c.rank, default=None)
        kept[kept.index(last)] = replace(last, sign=sign, count=count, days=last.days or draft.days)
    return kept


def same_counties(earlier: Draft, later: Draft) -> bool:
    """Tell whether a later draft speaks of counties of the earlier one only."""
    if later.anchor is None or earlier.anchor is None:
        return False
    return bool(later.anchor.counties) and set(later.anchor.counties) <= set(earlier.anchor.counties)


def adds_nothing(earlier: Draft, later: Draft) -> bool:
    """Tell whether a later draft can be the same contact as the earlier one."""
    if earlier.sign is None or later.sign is None:
        return True
    days = {day.value for day in earlier.days if not day.vague}
    if any(day.value not in days for day in later.days if not day.vague) and days:
        return False
    if earlier.anchor and later.anchor and later.anchor.counties != earlier.anchor.counties and later.days:
        return False
    return RANK[later.sign.kind] > 2 or later.channel is earlier.channel


def inherited(drafts: Sequence[Draft]) -> list[Draft]:
    """Return drafts without a day of their own with the last exact day before them."""
    filled: list[Draft] = []
    last: tuple[Day, ...] = ()
    for draft in drafts:
        exact = tuple(day for day in draft.days if not day.vague)
        filled.append(draft if exact else replace(draft, days=last or draft.days))
        last = exact[-1:] or last
    return filled


def shared(drafts: Sequence[Draft]) -> list[Draft]:
    """Return drafts with what one of them says of all."""
    count = next((d.count for d in drafts if d.count and d.count.each), None)
    sign = next((d.sign for d in drafts if d.sign and RANK[d.sign.kind] <= 2), None)
    filled = []
    for draft in drafts:
        lent = draft.sign or (sign if draft.days and not draft.signs else None)
        filled.append(replace(draft, count=count or draft.count, sign=lent))
    return filled


def day_values(draft: Draft, today: date) -> tuple[tuple[date, Day | None], ...]:
    """Return the days of a draft with their evidence; the day of writing when none is given."""
    return tuple((day.value, day) for day in draft.days) or ((today, None),)
