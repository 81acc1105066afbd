"""Contacts that somebody means to have, and what the actions need of the store for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from campaign.vocabulary import Channel

REMINDER = "planned_reminder"
"""The outbox' word for what is said on the working day before."""
QUESTION = "planned_question"
"""The outbox' word for the one question afterwards."""


class PlannedState(StrEnum):
    """Offered on a card; noted; logged; not done; given up."""

    OFFERED = "offered"
    OPEN = "open"
    DONE = "done"
    MISSED = "missed"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class PlannedContact:
    """A county that a person means to contact on a day; never counted.

    `offer`: the update whose card offered it, with the others on that card. `replaces`: the plan whose place
    it takes once it is noted. `noted_at`: when it was noted, or moved to another day. `reminded_for`,
    `asked_for`: the day for which each was done. `contact_id`: what it became.
    """

    id: int
    offer: str
    campaign_id: str
    person_id: int
    county_id: int
    county_name: str
    day: date | None
    channel: Channel | None
    source_message_id: int | None
    state: PlannedState
    replaces: int | None = None
    noted_at: datetime | None = None
    reminded_for: date | None = None
    asked_for: date | None = None
    contact_id: int | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """What one card offers to note of one county."""

    county_id: int
    day: date | None
    channel: Channel | None
    replaces: int | None = None


class PlannedContacts(Protocol):
    """Plans by campaign and person."""

    def offer(
        self, campaign_id: str, person_id: int, key: str, source_message_id: int, offers: Sequence[Offer]
    ) -> Sequence[PlannedContact]:
        """Store what a card offers; a second delivery returns the first ones."""

    def some(self, campaign_id: str, ids: Sequence[int]) -> Sequence[PlannedContact]:
        """Return plans by their ids, in their order; raise NotFound when one is missing."""

    def open_of(self, campaign_id: str, person_id: int) -> Sequence[PlannedContact]:
        """Return a person's open plans, the next day first."""

    def open(self, campaign_id: str, since: date) -> Sequence[PlannedContact]:
        """Return all open plans of `since` and later, the next day first."""

    def put(self, planned: PlannedContact) -> None:
        """Store a plan's new form."""

    def reopen(self, campaign_id: str, contact_ids: Sequence[int]) -> None:
        """Open what became one of these contacts again: they were withdrawn."""
