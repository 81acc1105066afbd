"""The rows behind a digest's figures, as they were known at its moment; what changed later is marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Generic, NamedTuple, Protocol, TypeVar

from campaign.days import Days
from campaign.vocabulary import Channel, Resolver


class ContactsOf(StrEnum):
    """Which contacts: those of a window's days, or those of earlier days that were typed in it."""

    WINDOW = "window"
    LATE = "late"


class IssuesOf(StrEnum):
    """Which issues: raised or closed since a moment, open at the end, overdue then."""

    RAISED = "raised"
    CLOSED = "closed"
    OPEN = "open"
    OVERDUE = "overdue"


class Extent(NamedTuple):
    """What a window of a digest counts: its days, since when what has no day of its own, until when."""

    campaign_id: str
    days: Days
    since: datetime
    as_of: datetime


class Leaf(NamedTuple):
    """Which part of a list is read: so many rows from a place on, from 0."""

    place: int
    size: int


class Later(StrEnum):
    """What became of a row after the digest."""

    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"
    REOPENED = "reopened"


class ContactRow(NamedTuple):
    """A contact as it read then; `liaison`: to whom it is credited."""

    number: int
    prefecture: str
    county: str
    day: date
    channel: Channel
    liaison: str | None
    author: str
    later: Later | None = None


class IssueRow(NamedTuple):
    """An issue as it read then."""

    number: int
    prefecture: str
    county: str
    text: str
    resolver: Resolver | None
    due: date | None
    later: Later | None = None


class PracticeRow(NamedTuple):
    """A practice."""

    number: int
    prefecture: str
    county: str
    text: str
    later: Later | None = None


class AmendedRow(NamedTuple):
    """A contact that an earlier digest counted, with what was corrected of it: (field, before, after).

    Nothing of one that was withdrawn.
    """

    number: int
    prefecture: str
    county: str
    day: date
    channel: Channel
    changes: tuple[tuple[str, object, object], ...]


class SentRow(NamedTuple):
    """A message that was sent to somebody who speaks for a county; `county`: none of who left since."""

    at: datetime
    county: str | None


R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Listed(Generic[R]):
    """A part of a list: how long all of it is, and how many of it were changed later, in which way."""

    total: int
    rows: Sequence[R]
    later: tuple[tuple[Later, int], ...] = ()


UNSAID = "unsaid"
"""Issues of which nobody has said who is to solve them."""


class Filed(NamedTuple):
    """Issues of a category, by its id; None for those of none of the `known` ones."""

    category: str | None
    known: tuple[str, ...] = ()


class Listings(Protocol):
    """The lists behind a digest's figures, each by the same conditions as its figure."""

    def contacts(
        self, extent: Extent, which: ContactsOf, channel: Channel | None, leaf: Leaf
    ) -> Listed[ContactRow]:
        """Return contacts, of one channel if given: those corrected later first, then the latest days."""

    def issues(
        self, extent: Extent, which: IssuesOf, of: str | Filed, leaf: Leaf, today: date
    ) -> Listed[IssueRow]:
        """Return issues by their numbers: of one resolver (or `UNSAID`), of a category, or "" for all."""

    def same(self, extent: Extent, text: str, gist: str | None) -> Sequence[IssueRow]:
        """Return the open issues of a print, or (None) of these very words, by their numbers."""

    def practices(self, extent: Extent, leaf: Leaf) -> Listed[PracticeRow]:
        """Return practices, the latest first."""

    def amended(self, extent: Extent, leaf: Leaf, *, withdrawn: bool) -> Listed[AmendedRow]:
        """Return contacts of earlier days that were withdrawn since, or else corrected, by their numbers."""

    def contacted(self, extent: Extent) -> Sequence[tuple[str, str]]:
        """Return the counties that were contacted in the days, as (city, name) in the roster's order."""

    def county_messages(self, extent: Extent) -> Sequence[SentRow]:
        """Return what was sent unasked to accounts that speak for counties alone, the latest first."""
