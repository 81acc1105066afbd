"""A definition ready for use: with its calendar, rhythm and the windows of any day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from campaign.days import Days
from campaign.definition import Definition
from campaign.filing import Filing
from campaign.quota_rules import QuotaScope
from campaign.quotas import QuotaTerm, term
from campaign.rhythm import Replaced, Rhythm
from campaign.tallies import CAMPAIGN_KEY, TallyKey
from campaign.vocabulary import Channel
from campaign.workdays import WorkCalendar


@dataclass(frozen=True, slots=True)
class Windows:
    """The windows in which lists and digests count: this two-month window, and each rule's of this day."""

    today: date
    period: Days
    quotas: tuple[QuotaTerm, ...]

    @property
    def quota(self) -> QuotaTerm:
        """The window of the rule that lists show first."""
        return self.quotas[0]

    @property
    def period_key(self) -> str:
        """The tally key of the two-month window."""
        return f"period:{self.period.last}"


@dataclass(frozen=True)
class Plan:
    """What the program asks of a campaign's rules; made once when the campaign is loaded.

    public: the calendar without the days that definitions name.
    """

    definition: Definition
    public: WorkCalendar
    replaced: tuple[Replaced, ...] = ()

    @cached_property
    def calendar(self) -> WorkCalendar:
        """The campaign's own working days."""
        return self.public.overridden(self.definition.working_days)

    @cached_property
    def rhythm(self) -> Rhythm:
        """The campaign's cut-offs."""
        return Rhythm(self.definition, self.public, self.replaced)

    @cached_property
    def filing(self) -> Filing:
        """How issues are filed."""
        return Filing(self.definition.tags)

    @cached_property
    def other_names(self) -> Mapping[str, tuple[str, ...]]:
        """The other or former names of counties, by their own."""
        names: dict[str, tuple[str, ...]] = {}
        for other, name in self.definition.aliases.items():
            names[name] = (*names.get(name, ()), other)
        return names

    def today(self, now: datetime) -> date:
        """Return the day of `now` in the campaign's zone."""
        return now.astimezone(self.definition.tz).date()

    def windows(self, day: date, period: Days | None = None) -> Windows:
        """Return the windows that `day` belongs to; with other days than its two-month window if given."""
        quotas = tuple(term(rule, self.definition.span, day) for rule in self.definition.quotas)
        return Windows(day, period or self.rhythm.period(day), quotas)

    def tally_keys(self, day: date) -> tuple[TallyKey, ...]:
        """Return every tally that a contact of `day` may enter."""
        every, span = tuple(Channel), self.definition.span
        period = self.rhythm.period(day)
        return (
            TallyKey(CAMPAIGN_KEY, span, every),
            TallyKey(CAMPAIGN_KEY, span, every, paired=True),
            TallyKey(f"period:{period.last}", period, every),
            *(_tally(term(rule, span, day)) for rule in self.definition.quotas),
        )


def _tally(quota: QuotaTerm) -> TallyKey:
    rule = quota.rule
    return TallyKey(
        quota.key,
        Days(quota.days.last, quota.days.after) if quota.rolling else quota.days,
        rule.channels,
        leader_present=rule.leader_present,
        paired=rule.scope is not QuotaScope.COUNTY,
        daily=quota.rolling,
    )
