"""All standing records in their order, line by line, for those who want them as a table."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple, Protocol, TypeVar

from campaign.vocabulary import Channel, IssueState, Resolver

PAGE = 1000


class ContactLine(NamedTuple):
    """One contact with its county's people."""

    number: int
    county: str
    prefecture: str
    day: date
    channel: Channel
    participants: int | None
    attendees: str | None
    leader_present: bool | None
    liaisons: str | None
    contact_persons: str | None
    author: str
    written_at: datetime
    saved_at: datetime


class IssueLine(NamedTuple):
    """One issue with the latest word on its progress, and the result with which it was closed.

    `category`: its id.
    """

    number: int
    county: str
    prefecture: str
    raised_on: date
    text: str
    resolver: Resolver | None
    due: date | None
    state: IssueState
    closed_on: date | None
    result: str | None
    progress: str | None
    author: str
    category: str | None = None


class PracticeLine(NamedTuple):
    """One practice; `chosen`: it stands chosen for promotion."""

    number: int
    county: str
    prefecture: str
    raised_on: date
    text: str
    author: str
    chosen: bool = False


class Numbered(Protocol):
    """A line that has a number."""

    @property
    def number(self) -> int:
        """Its number in the campaign."""


L = TypeVar("L", bound=Numbered)


class Ledger(Protocol):
    """Standing records by number, of one person's counties or (None) of all; `after` a number, so many."""

    def contacts(
        self, campaign_id: str, person_id: int | None, after: int, limit: int
    ) -> Sequence[ContactLine]:
        """Return the next contacts."""

    def issues(self, campaign_id: str, person_id: int | None, after: int, limit: int) -> Sequence[IssueLine]:
        """Return the next issues."""

    def practices(
        self, campaign_id: str, person_id: int | None, after: int, limit: int
    ) -> Sequence[PracticeLine]:
        """Return the next practices."""


def every(page: Callable[[int, int], Sequence[L]]) -> Iterator[L]:
    """Return all lines of a question that takes `after` and `limit`; a page at a time is in memory."""
    after = 0
    while lines := page(after, PAGE):
        yield from lines
        after = lines[-1].number
