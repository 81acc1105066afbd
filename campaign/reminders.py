"""What people are reminded of, what they wish, and what the actions need of the store for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from pydantic import BaseModel, ConfigDict

from campaign.people import Person

KIND = "reminder"
"""The outbox' word for a reminder."""
CALLS = "reminder_calls"
"""The outbox' word for the list of people to be telephoned."""


class Matter(BaseModel):
    """One thing to be reminded of. `key` is that of its present stage; each stage is told once."""

    model_config = ConfigDict(frozen=True)

    key: str

    @property
    def subject(self) -> str:
        """What it is about, the same at every stage."""
        return ":".join(self.key.split(":")[:2])


class CountyMatter(Matter):
    """A county with nothing logged in the window."""

    id: int
    name: str


class IssueMatter(Matter):
    """An open issue whose promised day is near or past."""

    number: int
    county: str
    text: str
    due: date


class Matters(BaseModel):
    """What one person is told on a day; `last` ends the window, `left` are the working days up to it."""

    model_config = ConfigDict(frozen=True)

    day: date
    last: date
    left: int
    counties: tuple[CountyMatter, ...] = ()
    issues: tuple[IssueMatter, ...] = ()

    @property
    def every(self) -> tuple[Matter, ...]:
        """All of them."""
        return (*self.counties, *self.issues)


class ReminderState(StrEnum):
    """What became of a reminder: owed to the person himself, put off by him, or left to a telephone call."""

    OWED = "owed"
    PUT_OFF = "put_off"
    CALL = "call"
    CALLED = "called"


@dataclass(frozen=True, slots=True)
class Reminder:
    """What a person was reminded of on a day. `failed`: it never reached him.

    muted_until: the last day on which the same matters are not told again.
    """

    id: int
    person_id: int
    day: date
    state: ReminderState
    matters: Matters
    muted_until: date | None = None
    failed: bool = False


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants of reminders: none since a moment, or none before a day."""

    off_since: datetime | None = None
    not_before: date | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """Somebody whom the bot cannot reach, and what it would have reminded him of."""

    reminder: Reminder
    person: Person


class Reminders(Protocol):
    """Reminders by person and day, at most one each."""

    def begun(self, campaign_id: str, day: date) -> bool:
        """Return whether a day's reminders were made."""

    def begin(self, campaign_id: str, day: date) -> bool:
        """Claim a day's reminders; return whether the caller is the first."""

    def overdue(self, before: datetime) -> bool:
        """Return whether any reminder owed earlier than `before` waits to be sent."""

    def expire(self, campaign_id: str, before: datetime) -> None:
        """Give up what was owed earlier than `before` and never sent: a new day has a reminder of its own."""

    def add(self, campaign_id: str, person_id: int, state: ReminderState, matters: Matters) -> Reminder:
        """Store a person's reminder of a day."""

    def get(self, campaign_id: str, reminder_id: int) -> Reminder:
        """Return a reminder; raise NotFound."""

    def recent(self, campaign_id: str, since: date, today: date) -> Sequence[Reminder]:
        """Return those of `since` and later, and those that are muted still, in the order of their days."""

    def calls(self, campaign_id: str, day: date) -> Sequence[Call]:
        """Return a day's telephone list in the order in which it was made."""

    def settle(self, reminder: Reminder, state: ReminderState, muted_until: date | None) -> None:
        """Note what became of a reminder."""

    def wishes(self, campaign_id: str) -> Mapping[int, Wish]:
        """Return what people want, by person id."""

    def wish(self, campaign_id: str, person_id: int, wish: Wish) -> None:
        """Store what a person wants."""
