"""What was saved, looked up again: what the screens for records need of the store."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from campaign.records import Contact, Practice, SavedRecord


class Archive(Protocol):
    """Standing records by author, county and day."""

    def contacts_on(self, campaign_id: str, county_id: int, day: date) -> Sequence[Contact]:
        """Return a county's standing contacts of a day, in the order of their numbers."""

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

    def count_practices(self, campaign_id: str, county_id: int | None) -> int:
        """Count the standing practices of a county or of all."""
