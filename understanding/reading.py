"""What the reader hands back: a reading, whose every field says where it was read and how sure it is."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar

from campaign.vocabulary import Channel, Resolver

T = TypeVar("T")

BAR = 0.8
"""Least confidence at which a county is taken without asking."""


class Intent(StrEnum):
    """What a message is for; one a message, the first that applies."""

    CORRECTION = "correction"
    CONTACT = "contact"
    ISSUE = "issue"
    EXPERIENCE = "experience"
    PLAN = "plan"
    QUESTION = "question"
    NONE = "none"


class Span(NamedTuple):
    """A half-open stretch of the original text, in characters."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Field(Generic[T]):
    """One value with its evidence.

    span: where it stands in the original text, empty when it was inferred. confidence: 0 to 1.
    alternatives: the likeliest other answers, best first, to be offered when the value is doubtful.
    """

    value: T
    span: tuple[Span, ...] = ()
    confidence: float = 1.0
    alternatives: tuple[T, ...] = ()


@dataclass(frozen=True, slots=True)
class ContactReading:
    """One contact: a county, a day and a channel. County None means: ask, alternatives first."""

    county: Field[str | None]
    day: Field[date]
    channel: Field[Channel | None]
    participants: Field[int | None]
    attendees: Field[str | None]
    leader_present: Field[bool | None]


@dataclass(frozen=True, slots=True)
class IssueReading:
    """One problem of one county; the summary is an exact stretch of the text."""

    county: Field[str | None]
    summary: Field[str]
    due: Field[date | None]
    resolver: Field[Resolver | None]


@dataclass(frozen=True, slots=True)
class ExperienceReading:
    """One commended practice of one county; the summary is an exact stretch of the text."""

    county: Field[str | None]
    summary: Field[str]


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything one message says; the lists are empty for question, correction, plan and none."""

    intent: Intent
    contacts: tuple[ContactReading, ...] = ()
    issues: tuple[IssueReading, ...] = ()
    experiences: tuple[ExperienceReading, ...] = ()
    unknown_counties: tuple[Field[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Sender:
    """Who wrote the message: the name on the roster and the keys of the counties paired with it."""

    name: str | None
    counties: tuple[str, ...] = ()
