"""A campaign's rules as data: one YAML file a campaign, read elsewhere, checked here."""

from datetime import date, time
from enum import StrEnum
from typing import Self
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, model_validator

from campaign.days import Days, through
from campaign.vocabulary import Channel


class Strict(BaseModel):
    """A frozen model that refuses unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class QuotaWindow(StrEnum):
    """The span over which a quota is counted."""

    CAMPAIGN = "campaign"
    CALENDAR_YEAR = "calendar_year"


class FirstWindow(StrEnum):
    """What is owed in a first window that the campaign only partly fills."""

    FULL = "full"
    PRORATED = "prorated"
    WAIVED = "waived"


class QuotaScope(StrEnum):
    """Whose contacts a quota counts."""

    COUNTY = "county"


class QuotaRule(Strict):
    """So many contacts of some channels to each county within a window."""

    id: str = Field(pattern=r"^[a-z0-9-]{1,40}$")
    name: str
    scope: QuotaScope = QuotaScope.COUNTY
    channels: tuple[Channel, ...] = tuple(Channel)
    count: int = Field(ge=1)
    window: QuotaWindow
    first_window: FirstWindow = FirstWindow.FULL
    same_day_once: bool = True


class DigestRhythm(Strict):
    """On which months each digest falls, and the day and hour up to whose last working day it is due."""

    day: int = Field(ge=1, le=28)
    time: time
    two_month: tuple[int, ...] = ()
    quarter: tuple[int, ...] = ()
    half_year: tuple[int, ...] = ()


class QuietHours(Strict):
    """Local hours in which the bot says nothing of its own accord."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    start: time = Field(default=time(21), alias="from")
    end: time = Field(default=time(8), alias="to")


class ReminderRhythm(Strict):
    """At which hour of a working day reminders go out, and how many working days ahead of what.

    before_end: before the last day of a two-month window. before_due: before an issue's day.
    """

    at: time = time(9, 30)
    before_end: tuple[int, ...] = (7, 2)
    before_due: int = Field(default=2, ge=0)


class Definition(Strict):
    """Everything that makes one campaign differ from another."""

    id: str = Field(pattern=r"^[a-z0-9-]{1,60}$")
    title: str
    organisation: str
    tier: str
    zone: str
    start: date
    end: date
    roster: str
    demo: bool = False
    aliases: dict[str, str] = {}
    quotas: tuple[QuotaRule, ...] = Field(min_length=1)
    digests: DigestRhythm
    quiet_hours: QuietHours = QuietHours()
    reminders: ReminderRhythm | None = ReminderRhythm()

    @model_validator(mode="after")
    def _check(self) -> Self:
        ZoneInfo(self.zone)
        if self.end < self.start:
            raise ValueError("end before start")
        if len({rule.id for rule in self.quotas}) < len(self.quotas):
            raise ValueError("two quotas of one id")
        return self

    @property
    def span(self) -> Days:
        """The days of the campaign, first to last."""
        return through(self.start, self.end)

    @property
    def tz(self) -> ZoneInfo:
        """The zone in which days are counted and shown."""
        return ZoneInfo(self.zone)

    @property
    def quota(self) -> QuotaRule:
        """The rule that lists and digests show first."""
        return self.quotas[0]
