"""What people ask of the ledger in their own words, and what the store is to look up for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from campaign.days import Days
from campaign.people import County
from campaign.records import Contact, Issue
from campaign.vocabulary import Channel, IssueState, Resolver

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ContactsAsked:
    """Which standing contacts are meant; None: whatever it is.

    of: typed by this person, or with a county paired with him.
    """

    county_id: int | None = None
    days: Days | None = None
    channel: Channel | None = None
    of: int | None = None


@dataclass(frozen=True, slots=True)
class IssuesAsked:
    """Which standing issues are meant; None: whatever it is.

    raised, closed: by the day on which they were. due: open ones whose day falls into these days.
    of: of counties paired with this person. resolver: to be solved by them.
    """

    county_id: int | None = None
    raised: Days | None = None
    closed: Days | None = None
    due: Days | None = None
    state: IssueState | None = None
    of: int | None = None
    resolver: Resolver | None = None


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """How many there are, and the first of them."""

    total: int
    first: Sequence[T]


class Asking(Protocol):
    """Answers from the same rows as all lists."""

    def contacts(self, campaign_id: str, asked: ContactsAsked, limit: int) -> Found[Contact]:
        """Return the contacts that are meant, latest day first."""

    def issues(self, campaign_id: str, asked: IssuesAsked, limit: int) -> Found[Issue]:
        """Return the issues that are meant: by their day if that is asked for, else latest first."""

    def without_contact(self, campaign_id: str, days: Days, channel: Channel | None) -> Sequence[County]:
        """Return the counties with no standing contact of these days, in the roster's order."""
