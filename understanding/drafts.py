"""One contact on its way: what was found for one county, or for several named together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from campaign.vocabulary import Channel
from understanding.dates import Day
from understanding.evidence import Sign, Status
from understanding.people import Count
from understanding.segments import Anchor

RANK = {
    "came": 0,
    "video": 1,
    "phone": 1,
    "onsite": 2,
    "other": 3,
    "back": 3,
    "weak_onsite": 4,
    "meeting": 5,
    "contact": 6,
}
"""How telling a sign is of the channel, the most telling first."""

TELLING = 2
"""Ranks up to this one tell the channel outright."""

STANDALONE = frozenset(
    {"month_day", "numeric", "day_alone", "full", "weekday", "relative", "other_month_day", "lunar"}
)
"""Kinds of days that can be listed one after the other for several contacts."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One contact before counties are told apart: an anchor with its days, sign and count."""

    start: int
    end: int
    anchor: Anchor | None
    days: tuple[Day, ...]
    sign: Sign | None
    count: Count | None
    signs: tuple[Sign, ...] = ()
    another: bool = False
    own_counts: tuple[tuple[str, int], ...] = ()

    @property
    def channel(self) -> Channel | None:
        """Return the channel that the sign shows."""
        return self.sign.channel if self.sign else None

    @property
    def counties(self) -> frozenset[str]:
        """Return the keys of the counties it speaks of."""
        return self.anchor.keys if self.anchor else frozenset()

    @property
    def exact_days(self) -> tuple[Day, ...]:
        """Return the days that the words name outright."""
        return tuple(day for day in self.days if not day.vague)

    @property
    def counted(self) -> bool:
        """Tell whether it has a head-count that speaks for a contact."""
        return self.count is not None and self.count.firm

    @property
    def refused(self) -> bool:
        """Tell whether some sign of it is denied, failed or only planned."""
        return any(sign.status is not Status.DONE for sign in self.signs)


def best(signs: Sequence[Sign]) -> Sign | None:
    """Return the most telling sign, the earlier of equals."""
    return min(signs, key=lambda sign: (RANK[sign.kind], sign.start), default=None)


def chosen_days(
    text: str, days: Sequence[Day], listing: re.Pattern[str], told: tuple[int, int] = (0, 0)
) -> tuple[Day, ...]:
    """Return the days of one contact: the first exact one and those listed after it, else vague ones.

    told: the clause of the sign of the contact, whose days come first.
    """
    exact = [day for day in days if not day.vague and not day.loose]
    exact = [day for day in exact if told[0] <= day.start < told[1]] or exact
    near = [day for day in days if told[0] <= day.start < told[1]]
    exact = exact or [day for day in near if not day.vague] or near[:1]
    exact = exact or [day for day in days if not day.vague] or list(days)[:1]
    listed = exact[:1]
    for day in exact[1:]:
        if not follows(text, listed[-1], day, listing):
            break
        if day.value != listed[-1].value:
            listed.append(day)
    return tuple(listed)


def follows(text: str, earlier: Day, later: Day, listing: re.Pattern[str]) -> bool:
    """Tell whether a day is listed right after another, not said again in other words."""
    plain = later.kind in STANDALONE and earlier.kind in STANDALONE
    alike = plain and (later.kind == "relative") == (earlier.kind == "relative")
    return alike and bool(listing.fullmatch(text, earlier.end, later.start))


def day_values(draft: Draft, today: date, county: str | None) -> tuple[tuple[date, Day | None], ...]:
    """Return a county's days with their evidence; the day of writing when none is given.

    As many days as counties, listed in order, are one day for each.
    """
    counties = draft.anchor.counties if draft.anchor else ()
    if county in counties and len(counties) == len(draft.days):
        day = draft.days[counties.index(county)]
        return ((day.value, day),)
    return tuple((day.value, day) for day in draft.days) or ((today, None),)


def count_value(draft: Draft, county: str | None, turn: tuple[int, int] = (0, 1)) -> int | None:
    """Return a county's head-count: its own number when as many are listed as counties.

    turn: which of how many days of the draft; as many numbers as days are one for each.
    """
    counties = draft.anchor.counties if draft.anchor else ()
    total = len(counties) == 1 and draft.count is not None and draft.count.rank == 0
    if not total and (own := [number for key, number in draft.own_counts if key == county]):
        return own[-1]
    if draft.count and len(counties) <= 1 < turn[1] == len(draft.count.parts):
        return draft.count.parts[turn[0]]
    if draft.count and county in counties and 1 < len(counties) == len(draft.count.parts):
        return draft.count.parts[counties.index(county)]
    return draft.count.value if draft.count else None
