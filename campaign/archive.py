"""What was saved, looked up again: what the screens for records need of the store."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from campaign.drafts import Draft
from campaign.records import Contact, Practice, SavedRecord
from campaign.vocabulary import Channel


@dataclass(frozen=True, slots=True)
class CountySoFar:
    """What matters of a county before another contact with it is saved.

    last_day, last_channel: its latest contact, if any. same_*: the latest contact of the day in hand, if any.
    """

    open_issues: int
    last_day: date | None = None
    last_channel: Channel | None = None
    same_number: int | None = None
    same_channel: Channel | None = None
    same_author_id: int | None = None
    same_author_name: str | None = None

    @property
    def is_something(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.open_issues or self.last_day)


@dataclass(frozen=True, slots=True)
class SaidBefore:
    """A person's earlier contact whose message had the same words."""

    number: int
    county_name: str
    day: date


class Archive(Protocol):
    """Standing records by author, county and day."""

    def contacts_on(self, campaign_id: str, county_id: int, day: date) -> Sequence[Contact]:
        """Return a county's standing contacts of a day, in the order of their numbers."""

    def so_far(self, campaign_id: str, county_id: int, day: date) -> CountySoFar:
        """Return what matters of a county before a contact of a day is saved: one query."""

    def said_before(self, draft: Draft) -> SaidBefore | None:
        """Return a contact of the author's latest earlier record with the same words; None without any."""

    def contact(self, campaign_id: str, county_id: int, number: int) -> Contact | None:
        """Return a county's standing contact of a number; None when it has none such."""

    def of_author(self, campaign_id: str, author_id: int, limit: int) -> Sequence[SavedRecord]:
        """Return a person's latest standing records, latest first."""

    def contacts(self, campaign_id: str, county_id: int, limit: int, skip: int) -> Sequence[Contact]:
        """Return a county's standing contacts, latest day first, without the first few."""

    def practices(
        self, campaign_id: str, county_id: int | None, limit: int, skip: int = 0
    ) -> Sequence[Practice]:
        """Return the latest standing practices of a county or of all, latest first, without the first few."""

    def chosen_practices(self, campaign_id: str, limit: int) -> Sequence[Practice]:
        """Return standing practices that are chosen for promotion, the one chosen last first."""

    def count_practices(self, campaign_id: str, county_id: int | None) -> int:
        """Count the standing practices of a county or of all."""
