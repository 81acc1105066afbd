"""How often something is asked for, and within which spans."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from pydantic import Field

from campaign.strict import Name, RuleFault, Slug, Strict
from campaign.vocabulary import Channel


class QuotaWindow(StrEnum):
    """The span over which a count is taken; quarters, half-years and months are those of the calendar."""

    CAMPAIGN = "campaign"
    CALENDAR_YEAR = "calendar_year"
    HALF_YEAR = "half_year"
    QUARTER = "quarter"
    TWO_MONTH = "two_month"
    MONTH = "month"
    ROLLING = "rolling"
    BY_DATE = "by_date"


RECURRING = frozenset(QuotaWindow) - {QuotaWindow.CAMPAIGN, QuotaWindow.ROLLING, QuotaWindow.BY_DATE}
"""The windows that follow one another, end to end."""


class FirstWindow(StrEnum):
    """What is owed in a first window that the campaign only partly fills."""

    FULL = "full"
    PRORATED = "prorated"
    WAIVED = "waived"


class QuotaScope(StrEnum):
    """Whose contacts a quota counts: a county's, a pairing's, or those of a liaison with all counties."""

    COUNTY = "county"
    PAIR = "pair"
    LIAISON = "liaison"


class NewPairing(StrEnum):
    """What a pairing that begins inside a window owes in it."""

    FULL = "full"
    PRORATED = "prorated"
    NEXT_WINDOW = "next_window"


class CountRule(Strict):
    """So many of something within a window. `days`: of a rolling window; `by`: the last day of by_date.

    carry_over: what a window had beyond its count goes on to the next.
    """

    id: Slug
    name: Name
    count: int = Field(ge=1, le=1000)
    window: QuotaWindow
    days: int | None = Field(default=None, ge=1, le=3660)
    by: date | None = None
    first_window: FirstWindow = FirstWindow.FULL
    carry_over: bool = False

    def faults(self) -> Iterator[RuleFault]:
        """Return a day or a length that is missing or of another window, and what has nowhere to go on to."""
        for key, value, window in (
            ("days", self.days, QuotaWindow.ROLLING),
            ("by", self.by, QuotaWindow.BY_DATE),
        ):
            if self.window is window and value is None:
                yield RuleFault(f"rule_{key}_missing", ("window",))
            elif self.window is not window and value is not None:
                yield RuleFault(f"rule_{key}_idle", (key,), {"value": str(value)})
        if self.carry_over and self.window not in RECURRING:
            yield RuleFault("rule_carry_idle", ("carry_over",))


class QuotaRule(CountRule):
    """So many contacts of some channels to each county, pair or liaison within a window."""

    scope: QuotaScope = QuotaScope.COUNTY
    channels: tuple[Channel, ...] = Field(default=tuple(Channel), min_length=1)
    new_pairing: NewPairing = NewPairing.FULL
    leader_present: bool = False
    same_day_once: bool = True

    def faults(self) -> Iterator[RuleFault]:
        """Return what contradicts the window or the scope."""
        yield from super().faults()
        if self.scope is QuotaScope.COUNTY and self.new_pairing is not NewPairing.FULL:
            yield RuleFault("rule_pairing_idle", ("new_pairing",), {"value": self.new_pairing.value})
