"""Contacts put together from segments: which county, when, how, how many."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from campaign.vocabulary import Channel
from understanding.clauses import Clause, clauses_in
from understanding.dates import Day
from understanding.drafts import RANK, TELLING, Draft, best, chosen_days
from understanding.evidence import Sign, Status
from understanding.facts import Facts, between
from understanding.lexicon import Lexicon
from understanding.people import Count
from understanding.segments import Anchor, Segment
from understanding.sharing import (
    dated_alike,
    inherited,
    merged,
    repeated,
    shared,
    told_of_above,
    told_of_below,
    without_overviews,
)

Zones = Sequence[tuple[int, int]]

BEFORE = 60
"""Characters before a head-count in which the county that it is of is named."""

PUT_TO = 5
"""Characters before a day in which it is told that something is put off to it."""

BESIDE = 2
"""Characters between a day and the head-count that is its own."""


class Assembler:
    """Puts the finds of a message together to contacts."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.listing = lexicon.pattern("listing")
        self.in_turn = lexicon.pattern("in_turn")
        self.at_place = lexicon.pattern("at_place")
        self.their_room = lexicon.pattern("their_room")
        self.right_behind = lexicon.pattern("right_behind")
        self.future = lexicon.pattern("future")
        self.called_off = lexicon.pattern("called_off")
        self.visit = lexicon.pattern("visit")
        self.not_yet = lexicon.pattern("not_yet")
        self.all_on = lexicon.pattern("all_on")
        self.above = lexicon.pattern("above")
        self.put_to = lexicon.pattern("put_to")
        self.below = lexicon.pattern("below")
        self.again = lexicon.pattern("again")
        self.stay = lexicon.pattern("stay")
        self.their_act = lexicon.pattern("own_act_behind")
        self.just_now = lexicon.pattern("just_now")
        self.record_form = lexicon.pattern("record_form")
        self.said_of_all = lexicon.pattern("said_of_all")

    def drafts(self, facts: Facts, segments: Sequence[Segment], zones: Zones) -> list[Draft]:
        """Return the contacts of a message, inherited facts filled in; finds in the zones do not count."""
        free = replace(facts.outside_of(zones), counts=facts.counts)
        found = [
            replace(self.draft(free, part), another=part.start > segment.start)
            for segment in segments
            for part in self.parts(free, segment)
        ]
        found = repeated(facts.text, found, self.again)
        drafts = without_overviews(merged(found))
        drafts = told_of_below(facts, told_of_above(facts, drafts, self.above), self.below)
        drafts = dated_alike(facts, drafts, self.all_on)
        return inherited(facts.text, shared(facts, drafts, self.said_of_all), self.just_now)

    def parts(self, facts: Facts, segment: Segment) -> Iterator[Segment]:
        """Yield a segment cut where a second contact with the same county begins."""
        start, seen_day, seen_sign = segment.start, None, None
        for clause in clauses_in(facts.clauses, segment.start, segment.end):
            low, high = max(clause.start, segment.start), min(clause.end, segment.end)
            sign, day = self.told(facts, low, high)
            words = facts.text[low:high]
            if not sign and self.is_repeated(words, seen_sign, (seen_day, day)):
                yield Segment(start, low, segment.anchor)
                start = low
                continue
            if self.day_begins_another(facts, clause, (seen_day, day), (seen_sign, sign)) or (
                seen_sign and sign and self.begins_another(words, (seen_day, day), (seen_sign, sign))
            ):
                yield Segment(start, low, segment.anchor)
                start, seen_sign = low, None
            seen_day, seen_sign = day or seen_day, best([s for s in (seen_sign, sign) if s])
        yield Segment(start, segment.end, segment.anchor)

    def is_repeated(self, words: str, seen: Sign | None, days: tuple[Day | None, Day | None]) -> bool:
        """Tell whether a clause without a sign says that the same was done again on another day."""
        seen_day, day = days
        other = seen_day is not None and day is not None and not seen_day.covers(day.value)
        return seen is not None and other and bool(self.again.search(words))

    def told(self, facts: Facts, low: int, high: int) -> tuple[Sign | None, Day | None]:
        """Return the most telling sign of a contact that took place and the first exact day of a stretch."""
        done = [s for s in between(facts.signs, low, high) if s.status is Status.DONE]
        exact = (d for d in between(facts.days, low, high) if not d.vague and not d.loose)
        return best(done), next(exact, None)

    def day_begins_another(
        self,
        facts: Facts,
        clause: Clause,
        days: tuple[Day | None, Day | None],
        signs: tuple[Sign | None, Sign | None],
    ) -> bool:
        """Tell whether a clause names another day, with a means or a head-count of its own behind it."""
        (seen_day, day), (seen, sign) = days, signs
        if not (seen and seen_day and day) or seen.kind == "back" or seen_day.covers(day.value):
            return False
        if self.listing.fullmatch(facts.text, seen_day.end, day.start):
            return False
        if sign:
            return RANK[sign.kind] <= RANK["other"]
        more = [other.start for other in facts.days if other.start > day.start]
        if clause.sentence != facts.clause(seen.start).sentence:
            behind = between(facts.signs, day.start, min([clause.until, *more]))
            if any(s.status is Status.DONE and RANK[s.kind] <= RANK["other"] for s in behind):
                return True
        until = min([clause.until, *more])
        return any(count.firm and day.start < count.start < until for count in facts.counts)

    def begins_another(
        self, words: str, days: tuple[Day | None, Day | None], signs: tuple[Sign, Sign]
    ) -> bool:
        """Tell whether a clause speaks of another contact than the clauses before it."""
        (seen_day, day), (seen, sign) = days, signs
        if RANK[sign.kind] > TELLING or seen.kind == "back":
            return False
        if day and seen_day and not seen_day.covers(day.value):
            return True
        other = sign.channel is not seen.channel and RANK[seen.kind] <= RANK["other"]
        return other and bool(self.in_turn.search(words))

    def draft(self, facts: Facts, part: Segment) -> Draft:
        """Return one part's finds."""
        low, high = part.start, part.end
        signs = tuple(self.there(facts, part, s) for s in facts.signs if low <= s.start < high)
        sign = self.stated(facts, signs) or best([s for s in signs if s.status is Status.DONE])
        told = facts.clause(sign.start) if sign else None
        within = (told.start, told.end) if told else (0, 0)
        vain = [s.end for s in signs if s.status is Status.FAILED and sign and s.end <= sign.start]
        if vain and any(vain[-1] <= d.start < within[1] and not d.vague for d in facts.days):
            within = (vain[-1], within[1])
        named = [
            d
            for d in facts.days
            if low <= d.start < high
            and (not sign or is_told(d, within, facts.today))
            and (within[0] <= d.start < within[1] or not self.is_put_to(facts.text, d))
        ]
        named = without_refused(facts, named, signs)
        days = chosen_days(facts.text, named, self.listing, within)
        counties = len(part.anchor.counties) if part.anchor else 0
        there = sign is not None and sign.channel is Channel.ONSITE
        if there and len(days) > 1 and len(days) != counties and self.stay.match(facts.text, days[-1].end):
            days = days[:1]
        afar = sign is not None and sign.channel in (Channel.PHONE, Channel.OTHER)
        counts = [c for c in facts.counts if low <= c.start < high and (c.firm or not afar)]
        count = by_day(facts, days, counts) or min(counts, key=lambda c: (c.rank, c.start), default=None)
        put_off = any(pattern.search(facts.text, low, high) for pattern in (self.future, self.called_off))
        if not signs and put_off:
            signs = (Sign(low, low + 1, "contact", None, Status.PLANNED),)
        if not signs and (none := self.not_yet.search(facts.text, low, high)):
            signs = (Sign(none.start(), none.end(), "contact", None, Status.DENIED),)
        telling = any(s.status is Status.DONE and RANK[s.kind] <= TELLING for s in facts.signs)
        form = self.record_form.search(facts.text, low, high)
        cell = (count.start, count.end) if count and self.is_cell(facts, count) else form and form.span()
        theirs = part.anchor and self.their_act.match(facts.masked, part.anchor.end)
        if not (signs or telling or theirs) and days and cell:
            sign = Sign(*cell, "contact", None, Status.DONE)
        own = self.own_counts(facts, counts) if counties > 1 else ()
        return Draft(low, high, part.anchor, days, sign, count, signs, own_counts=own)

    def is_put_to(self, text: str, day: Day) -> bool:
        """Tell whether something is put off to a day."""
        return self.put_to.search(text, max(0, day.start - PUT_TO), day.start) is not None

    def stated(self, facts: Facts, signs: Sequence[Sign]) -> Sign | None:
        """Return the sign that names a visit outright, beside one that somebody came."""
        done = [s for s in signs if s.status is Status.DONE]
        named = (s for s in done if self.visit.match(facts.text, s.start))
        return next(named, None) if any(s.kind == "came" for s in done) else None

    def there(self, facts: Facts, part: Segment, sign: Sign) -> Sign:
        """Return a sign, of a visit when it is a meeting at the county that the part speaks of."""
        if sign.kind != "meeting" or part.anchor is None:
            return sign
        led = any(
            self.at_place.search(facts.text, 0, place)
            for place in self.named_before(facts, part.anchor, sign)
        )
        refused = [
            s for s in facts.signs if s.status is not Status.DONE and s.start < part.anchor.start <= s.end + 1
        ]
        if refused:
            return sign
        clause = facts.clause(sign.start)
        led = led or self.their_room.search(facts.masked, clause.since, clause.until) is not None
        return replace(sign, kind="onsite", channel=Channel.ONSITE) if led else sign

    def named_before(self, facts: Facts, anchor: Anchor, sign: Sign) -> list[int]:
        """Return where an anchor's counties are named in a sign's sentence, and the anchor's own place."""
        since = facts.clause(sign.start).since
        same = [m.start for m in facts.mentions if set(m.counties) & set(anchor.counties)]
        return [anchor.start, *(place for place in same if since <= place < sign.start)]

    def is_cell(self, facts: Facts, count: Count) -> bool:
        """Tell whether a head-count stands alone, as in a table's cell."""
        clause = facts.clause(count.start)
        return len(facts.text[clause.start : clause.end].strip()) <= count.end - count.start + 1

    def own_counts(self, facts: Facts, counts: Sequence[Count]) -> tuple[tuple[str, int], ...]:
        """Return the head-counts that follow right behind a county's name."""
        near = between(facts.mentions, counts[0].start - BEFORE, counts[-1].start) if counts else ()
        return tuple(
            (mention.counties[0], count.value)
            for mention in near
            for count in counts
            if len(mention.counties) == 1
            and count.firm
            and self.right_behind.fullmatch(facts.text, mention.end, count.start)
        )


def by_day(facts: Facts, days: Sequence[Day], counts: Sequence[Count]) -> Count | None:
    """Return the head-counts that stand right behind each of several days, as the parts of one."""
    if len(days) < 2 or len(counts) < len(days) or len({day.value.weekday() for day in days}) < len(days):
        return None
    own = {
        day.value.weekday(): count
        for count in reversed(counts)
        for day in facts.days
        if day.end <= count.start <= day.end + BESIDE
    }
    found = [own[weekday] for day in days if (weekday := day.value.weekday()) in own]
    parts = tuple(count.value for count in found)
    return replace(found[0], parts=parts) if len(found) == len(days) else None


def without_refused(facts: Facts, days: list[Day], signs: Sequence[Sign]) -> list[Day]:
    """Return days without those on which nothing came about, by their own clauses, if others are left."""
    failed = [s.start for s in signs if s.status is not Status.DONE]
    done = [s.start for s in signs if s.status is Status.DONE]
    if not failed or not done:
        return days
    vain = [facts.clause(place) for place in failed]
    vain = [c for c in vain if not any(c.start <= place < c.end for place in done)]
    kept = [day for day in days if not any(c.start <= day.start < c.end for c in vain)]
    return kept if any(not day.vague for day in kept) else days


def is_told(day: Day, told: tuple[int, int], today: date) -> bool:
    """Tell whether a day can be that of a contact which took place: not one to come, told of beside it."""
    return day.value <= today or told[0] <= day.start < told[1]
