"""A definition ready for use: with its calendar, rhythm and the windows of any day."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from campaign.days import Days
from campaign.definition import Definition
from campaign.quotas import QuotaTerm, term
from campaign.rhythm import Replaced, Rhythm
from campaign.tallies import TallyKey
from campaign.vocabulary import Channel
from campaign.workdays import WorkCalendar


@dataclass(frozen=True, slots=True)
class Windows:
    """The windows in which lists and digests count: this two-month window and the first quota's."""

    today: date
    period: Days
    quota: QuotaTerm

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

    def today(self, now: datetime) -> date:
        """Return the day of `now` in the campaign's zone."""
        return now.astimezone(self.definition.tz).date()

    def windows(self, day: date) -> Windows:
        """Return the windows that `day` belongs to."""
        return Windows(day, self.rhythm.period(day), term(self.definition.quota, self.definition.span, day))

    def tally_keys(self, day: date) -> tuple[TallyKey, ...]:
        """Return every tally that a contact of `day` may enter."""
        quotas = (term(rule, self.definition.span, day) for rule in self.definition.quotas)
        every = tuple(Channel)
        period = self.rhythm.period(day)
        return (
            TallyKey("campaign", self.definition.span, every),
            TallyKey(f"period:{period.last}", period, every),
            *(TallyKey(q.key, q.days, q.rule.channels) for q in quotas if not q.rolling),
        )
