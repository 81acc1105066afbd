"""Facts that several contacts of one message share, and mentions that speak of one contact again."""

import re
from collections.abc import Sequence
from dataclasses import replace

from understanding.dates import Day
from understanding.drafts import RANK, TELLING, Draft, best
from understanding.evidence import Sign
from understanding.facts import Facts
from understanding.people import Count

MARKS = 2
"""Characters beside a county and a day in a list of nothing else."""


def repeated(text: str, drafts: Sequence[Draft], again: re.Pattern[str]) -> list[Draft]:
    """Return drafts; one that says without a sign that the same was done again has the sign before it."""
    kept: list[Draft] = []
    for draft in drafts:
        before = kept[-1] if kept else None
        same = before and draft.another and draft.anchor == before.anchor and is_weak(draft.sign)
        if before and same and draft.exact_days and again.search(text, draft.start, draft.end):
            draft = replace(draft, sign=before.sign, signs=before.signs)  # noqa: PLW2901
        kept.append(draft)
    return kept


def is_weak(sign: Sign | None) -> bool:
    """Tell whether a sign is none, or names no means."""
    return sign is None or sign.kind == "contact"


def merged(drafts: Sequence[Draft]) -> list[Draft]:
    """Return drafts with the later mentions of a county folded into its contact."""
    kept: list[Draft] = []
    for draft in drafts:
        place = next((i for i in reversed(range(len(kept))) if draft.counties & kept[i].counties), None)
        if (
            place is None
            or not draft.counties <= kept[place].counties
            or dates_a_part(kept[place], draft)
            or not adds_nothing(kept[place], draft)
        ):
            kept.append(draft)
        else:
            kept[place] = folded(kept[place], draft)
    return kept


def dates_a_part(earlier: Draft, later: Draft) -> bool:
    """Tell whether a later draft gives the day of one of several counties, known by a week or month only."""
    part = later.counties < earlier.counties and not later.refused
    return part and bool(earlier.sign) and is_dated(later) and not is_dated(earlier)


def folded(earlier: Draft, later: Draft) -> Draft:
    """Return a contact with what a later mention adds to it."""
    sign = best([s for s in (earlier.sign, later.sign) if s])
    count = min((c for c in (earlier.count, later.count) if c), key=lambda c: c.rank, default=None)
    own = earlier.own_counts + later.own_counts
    if later.count and later.counties < earlier.counties:
        count, own = earlier.count, (*own, *((key, later.count.value) for key in later.counties))
    days = later.days if is_dated(later) and not is_dated(earlier) else earlier.days or later.days
    return replace(earlier, sign=sign, count=count, days=days, own_counts=own)


def adds_nothing(earlier: Draft, later: Draft) -> bool:
    """Tell whether a later draft can be the same contact as the earlier one."""
    known = earlier.exact_days
    if later.sign is None:
        return not (later.count and known and any(is_new(day, known) for day in later.exact_days))
    if known and any(is_new(day, known) for day in later.exact_days):
        return False
    if later.counties != earlier.counties and later.exact_days:
        return False
    if later.another and earlier.sign and RANK[later.sign.kind] <= RANK["other"] >= RANK[earlier.sign.kind]:
        return False
    if earlier.sign is None or RANK[later.sign.kind] > TELLING or later.channel is earlier.channel:
        return True
    return RANK[earlier.sign.kind] > TELLING or not later.days


def is_new(day: Day, known: Sequence[Day]) -> bool:
    """Tell whether a day is none of those known, and lies in no stretch that they begin."""
    return not any(other.covers(day.value) for other in known)


def without_overviews(drafts: Sequence[Draft]) -> list[Draft]:
    """Return drafts without those that only announce contacts that are told one by one later.

    The others went there when the announcement says so.
    """
    news = [draft for i, draft in enumerate(drafts) if announces(draft, drafts[i + 1 :])]
    if not news:
        return list(drafts)
    told = [draft if draft.sign else told_of(draft, news) for draft in drafts if draft not in news]
    went = [d for d in drafts if d not in told and d.sign and d.sign.kind == "onsite"]
    if not went:
        return told
    return [replace(d, sign=went[0].sign) if d.sign and d.sign.kind == "meeting" else d for d in told]


def told_of(draft: Draft, news: Sequence[Draft]) -> Draft:
    """Return a draft with the sign of what announced it, if it has a day of its own."""
    sign = next((other.sign for other in news if draft.counties <= other.counties), None)
    return replace(draft, sign=sign) if sign and is_dated(draft) else draft


def announces(draft: Draft, later: Sequence[Draft]) -> bool:
    """Tell whether every county of a draft has a later draft of its own with a sign and an exact day."""
    if len(draft.counties) < 2:
        return False
    told = [
        other
        for other in later
        if len(other.counties) < len(draft.counties)
        and ((other.sign and other.exact_days) or (draft.sign and is_dated(other) and not is_dated(draft)))
    ]
    return draft.counties <= frozenset[str]().union(*(d.counties for d in told))


def is_dated(draft: Draft) -> bool:
    """Tell whether a draft has a day of its own, not only a week or month, and nothing speaks against it."""
    return not draft.refused and any(not day.loose for day in draft.exact_days)


def dated_alike(facts: Facts, drafts: Sequence[Draft], all_on: re.Pattern[str]) -> list[Draft]:
    """Return drafts, those of a sentence that ends with one day said of all of them with that day."""
    filled = list(drafts)
    for draft in drafts:
        day = next((d for d in draft.exact_days if all_on.search(facts.text, draft.start, d.start)), None)
        since = facts.clause(day.start).since if day else 0
        for place, other in enumerate(filled):
            if day and since <= other.start < draft.start:
                filled[place] = replace(other, days=(day,))
    return filled


def told_of_above(facts: Facts, drafts: Sequence[Draft], above: re.Pattern[str]) -> list[Draft]:
    """Return drafts, all with the last one's sign and days when its sentence says them of all above."""
    last = next((draft for draft in reversed(drafts) if draft.sign), None)
    sign = last.sign if last else None
    if last is None or sign is None:
        return list(drafts)
    if not above.search(facts.text, facts.clause(sign.start).since, sign.start):
        return list(drafts)
    days = last.exact_days
    return [
        draft if draft.sign or draft.signs else replace(draft, sign=sign, days=draft.exact_days or days)
        for draft in drafts
    ]


def told_of_below(facts: Facts, drafts: Sequence[Draft], below: re.Pattern[str]) -> list[Draft]:
    """Return drafts, those without a sign with the one that is told of all before the first county."""
    first = min((m.start for m in facts.mentions), default=0)
    lead = drafts[0].sign if drafts else None
    if lead is None or lead.end > first or not below.search(facts.text, 0, first):
        return list(drafts)
    there = lead.kind == "onsite"
    return [
        replace(draft, sign=lead) if not draft.refused and is_open_to(draft.sign, there=there) else draft
        for draft in drafts
    ]


def is_open_to(sign: Sign | None, *, there: bool) -> bool:
    """Tell whether a draft takes the sign told of all: it has none, or met people where all were visited."""
    return sign is None or (there and sign.kind == "meeting")


def inherited(text: str, drafts: Sequence[Draft], just_now: re.Pattern[str]) -> list[Draft]:
    """Return drafts without a day of their own with the last exact day before them, but those of just now."""
    filled: list[Draft] = []
    last: tuple[Day, ...] = ()
    for draft in drafts:
        own = draft.exact_days or any(just_now.match(text, day.start) for day in draft.days)
        filled.append(draft if own else replace(draft, days=last or draft.days))
        last = draft.exact_days[-1:] or last
    return filled


def shared(facts: Facts, drafts: Sequence[Draft], said_of_all: re.Pattern[str]) -> list[Draft]:
    """Return drafts with what one of them says of all."""
    text = facts.text
    count = next((d.count for d in drafts if d.count and d.count.each), None)
    past = [d for d in drafts if not any(day.ahead(facts.today) for day in d.days)]
    sign = next((d.sign for d in past if d.sign and RANK[d.sign.kind] <= TELLING), None)
    filled = [lent(draft, sign, count) for draft in spared(drafts)]
    filled = [listed(draft, filled[place + 1 :]) for place, draft in enumerate(filled)]
    last = filled[-1] if filled else None
    alone = not any(draft.count for draft in filled[:-1])
    if last and last.count and alone and 1 < len(filled) == len(last.count.parts):
        numbers = last.count.parts
        return [replace(d, count=replace(last.count, value=n)) for d, n in zip(filled, numbers, strict=True)]
    if last and last.count and said_of_all.search(text, last.start, last.count.start):
        filled = [replace(draft, count=draft.count or last.count) for draft in filled]
    return filled


def spared(drafts: Sequence[Draft]) -> list[Draft]:
    """Return drafts, one without a head-count with that told behind a county that nobody went to."""
    later = [*drafts[1:], None]
    return [
        replace(draft, count=after.count) if after and draft.sign and is_spare(draft, after) else draft
        for draft, after in zip(drafts, later, strict=True)
    ]


def is_spare(draft: Draft, after: Draft) -> bool:
    """Tell whether a draft has a head-count and no contact, and the one before it a contact and no count."""
    return draft.count is None and after.sign is None and after.refused


def listed(draft: Draft, later: Sequence[Draft]) -> Draft:
    """Return a draft; one that is nothing but a county and its day has the sign told behind the list."""
    if draft.sign or draft.signs or not draft.anchor or not draft.exact_days:
        return draft
    names = sum(m.end - m.start for m in draft.anchor.mentions)
    days = sum(day.end - day.start for day in draft.exact_days)
    rest = draft.end - draft.start - names - days
    sign = next((other.sign for other in later if other.exact_days), None) if rest <= MARKS else None
    return replace(draft, sign=sign) if sign else draft


def lent(draft: Draft, sign: Sign | None, count: Count | None) -> Draft:
    """Return a draft with the sign that it lacks, when it has a day, and the count said of each."""
    borrowed = draft.sign or (sign if draft.days and not draft.signs else None)
    return replace(draft, sign=borrowed, count=count or draft.count)
