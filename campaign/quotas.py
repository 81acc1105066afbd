"""What a rule asks for in the window a day belongs to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil

from campaign.days import DAY, Days, calendar_months
from campaign.quota_rules import CountRule, FirstWindow, NewPairing, QuotaRule, QuotaWindow

MONTHS = {
    QuotaWindow.CALENDAR_YEAR: 12,
    QuotaWindow.HALF_YEAR: 6,
    QuotaWindow.QUARTER: 3,
    QuotaWindow.TWO_MONTH: 2,
    QuotaWindow.MONTH: 1,
}


@dataclass(frozen=True, slots=True)
class QuotaTerm:
    """One window of a rule: its days within the campaign, and how many contacts it asks for."""

    rule: QuotaRule
    days: Days
    required: int

    @property
    def rolling(self) -> bool:
        """Whether the window moves on with every day; it is tallied day by day."""
        return self.rule.window is QuotaWindow.ROLLING

    @property
    def key(self) -> str:
        """The tally key of this window; of a rolling one, that of its last day."""
        return f"{tally_head(self.rule)}{self.days.last if self.rolling else self.days.first}"

    @property
    def first_key(self) -> str:
        """The first of this window's tally keys: the tallies from this to `key` are those of the window."""
        return f"{tally_head(self.rule)}{self.days.first}"

    def required_of(self, since: date) -> int:
        """Return what a pairing that began on `since` owes in this window."""
        if since <= self.days.first or self.rule.new_pairing is NewPairing.FULL:
            return self.required
        if self.rule.new_pairing is NewPairing.NEXT_WINDOW or since >= self.days.after:
            return 0
        return _share(self.required, Days(since, self.days.after), self.days)


def tally_head(rule: CountRule) -> str:
    """Return what all tally keys of a rule begin with; its windows' first days follow, and sort as such."""
    return f"quota:{rule.id}:"


def term(rule: QuotaRule, span: Days, day: date) -> QuotaTerm:
    """Return the window of `rule` that `day` falls in; a day outside the campaign counts as its nearest."""
    return QuotaTerm(rule, *owed(rule, span, day))


def terms(rule: QuotaRule, span: Days) -> Iterator[QuotaTerm]:
    """Return every window of a rule, first to last; the last one alone of a rolling rule."""
    return (QuotaTerm(rule, *window) for window in windows(rule, span))


def windows(rule: CountRule, span: Days) -> Iterator[tuple[Days, int]]:
    """Return the days of every window of a rule, first to last, and how many it asks for in each."""
    day = span.last if rule.window is QuotaWindow.ROLLING else span.first
    while day in span:
        days, required = owed(rule, span, day)
        yield days, required
        day = days.after if rule.window in MONTHS else span.after


def owed(rule: CountRule, span: Days, day: date) -> tuple[Days, int]:
    """Return the days of the window that `day` falls in, and how many the rule asks for in them."""
    whole = _whole(rule, span, min(max(day, span.first), span.last))
    days = whole.clip(span)
    return days, _required(rule, whole, days)


def carried(rule: CountRule, required: Iterable[int], done: Iterable[int]) -> tuple[int, ...]:
    """Return what counts in each window, first to last, with what earlier ones had beyond their quota.

    What is left over after a window goes on to the next, as long as there is any.
    """
    counted, over = [], 0
    for asked, had in zip(required, done, strict=True):
        counted.append(had + over)
        over = max(0, had + over - asked) if rule.carry_over else 0
    return tuple(counted)


def _whole(rule: CountRule, span: Days, day: date) -> Days:
    if length := MONTHS.get(rule.window):
        return calendar_months(day, length)
    if rule.window is QuotaWindow.ROLLING and rule.days:
        return Days(day + DAY - rule.days * DAY, day + DAY)
    if rule.window is QuotaWindow.BY_DATE and rule.by:
        return Days(span.first, rule.by + DAY)
    return span


def _required(rule: CountRule, whole: Days, days: Days) -> int:
    if days.first == whole.first or rule.first_window is FirstWindow.FULL:
        return rule.count
    return 0 if rule.first_window is FirstWindow.WAIVED else _share(rule.count, days, whole)


def _share(count: int, part: Days, whole: Days) -> int:
    return ceil(Fraction(count * len(part), len(whole)))
