"""What a digest asks of the store: all as it was known at its moment, each kind of record read once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from operator import add
from typing import NamedTuple, Protocol

from campaign.days import Days
from campaign.figures import SpanCounts
from campaign.plan import Windows
from campaign.standing import CountyCounts
from campaign.vocabulary import Channel, Resolver


class Asked(NamedTuple):
    """A section's days, and the moment since which it counts what has no day of its own."""

    days: Days
    since: datetime


@dataclass(frozen=True, slots=True)
class SectionCounts:
    """One section: each listed county's contacts, those of all by channel, and those typed late."""

    of_counties: Sequence[int]
    channels: Mapping[Channel, int]
    late: int


@dataclass(frozen=True, slots=True)
class ContactReport:
    """All that is counted of contacts; counties in the roster's order, with the first section's window."""

    counties: tuple[CountyCounts, ...]
    sections: tuple[SectionCounts, ...]
    spans: tuple[SpanCounts, ...]


class IssueClass(NamedTuple):
    """The issues of a category that one resolver is to solve; raised and closed by section.

    resolver: None where nobody has said who. category: its id, None for no known one.
    """

    resolver: Resolver | None
    category: str | None
    open: int
    overdue: int
    raised: tuple[int, ...]
    closed: tuple[int, ...]

    def with_(self, other: "IssueClass") -> "IssueClass":
        """Return both together, named as this one."""
        return self._replace(
            open=self.open + other.open,
            overdue=self.overdue + other.overdue,
            raised=tuple(map(add, self.raised, other.raised)),
            closed=tuple(map(add, self.closed, other.closed)),
        )


class SameIssue(NamedTuple):
    """An open issue that several counties have, in the words that came first; in how many it is new."""

    text: str
    counties: int
    new: int
    gist: str


class LatePractice(NamedTuple):
    """A practice, and where it was found; `chosen`: it was chosen for promotion within the section."""

    prefecture: str
    county: str
    text: str
    chosen: bool = False


class Amended(NamedTuple):
    """Contacts that an earlier digest counted and that read otherwise by now, or stand no more."""

    corrected: int
    withdrawn: int


class Reports(Protocol):
    """What a digest counts, as it was known at `as_of`."""

    def contacts(
        self,
        campaign_id: str,
        windows: Windows,
        sections: Sequence[Asked],
        spans: Sequence[Days],
        as_of: datetime,
    ) -> ContactReport:
        """Count all contacts once: by county, for the quota, the sections and other days."""

    def issues(
        self, campaign_id: str, sections: Sequence[Asked], today: date, as_of: datetime
    ) -> Sequence[IssueClass]:
        """Count issues by who is to solve them and by category; a class without any is left out."""

    def same_issues(self, campaign_id: str, asked: Asked, as_of: datetime, limit: int) -> Sequence[SameIssue]:
        """Return what several counties have as an open issue, by its print; what most have first.

        New in a county is what was raised there within a section.
        """

    def practices(self, campaign_id: str, sections: Sequence[Asked], as_of: datetime) -> tuple[int, ...]:
        """Count the practices of each section."""

    def latest_practices(
        self, campaign_id: str, asked: Asked, as_of: datetime, limit: int
    ) -> Sequence[LatePractice]:
        """Return the practices chosen within a section, the last first, then the latest others of it."""

    def county_messages(self, campaign_id: str, since: datetime, as_of: datetime) -> int | None:
        """Count what was sent unasked to accounts that speak for counties alone; None without any such."""

    def amended(self, campaign_id: str, asked: Asked, as_of: datetime) -> Amended:
        """Count contacts of days before a section's, saved before it, that were changed within it."""
