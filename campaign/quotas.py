"""What a quota asks for in the window a day belongs to."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil

from campaign.days import Days, calendar_year
from campaign.definition import FirstWindow, QuotaRule, QuotaWindow


@dataclass(frozen=True, slots=True)
class QuotaTerm:
    """One window of a rule: its days within the campaign, and how many contacts it asks of each county."""

    rule: QuotaRule
    days: Days
    required: int

    @property
    def key(self) -> str:
        """The tally key of this window."""
        return f"quota:{self.rule.id}:{self.days.first}"


def term(rule: QuotaRule, span: Days, day: date) -> QuotaTerm:
    """Return the window of `rule` that `day` falls in; a day outside the campaign counts as its nearest."""
    day = min(max(day, span.first), span.last)
    whole = span if rule.window is QuotaWindow.CAMPAIGN else calendar_year(day)
    days = whole.clip(span)
    return QuotaTerm(rule, days, _required(rule, whole, days))


def _required(rule: QuotaRule, whole: Days, days: Days) -> int:
    if days.first == whole.first or rule.first_window is FirstWindow.FULL:
        return rule.count
    if rule.first_window is FirstWindow.WAIVED:
        return 0
    return ceil(Fraction(rule.count * len(days), len(whole)))
