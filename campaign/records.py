"""What was saved: contacts, issues and practices with their numbers."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from campaign.vocabulary import Channel, IssueState, Resolver


@dataclass(frozen=True, slots=True)
class Contact:
    """A logged contact. A withdrawn one stays, with who withdrew it and when."""

    id: int
    number: int
    county_id: int
    county_name: str
    day: date
    channel: Channel
    participants: int | None
    attendees: str | None
    leader_present: bool | None
    author_id: int
    author_name: str
    draft_id: str
    written_at: datetime
    saved_at: datetime
    withdrawn_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Issue:
    """A problem found in a county, with its present state. No category: none is known for it."""

    id: int
    number: int
    county_id: int
    county_name: str
    text: str
    due: date | None
    resolver: Resolver | None
    state: IssueState
    raised_at: datetime
    closed_at: datetime | None = None
    withdrawn_at: datetime | None = None
    category: str | None = None


@dataclass(frozen=True, slots=True)
class Practice:
    """A practice worth spreading; `chosen_at`: since when it is chosen for promotion."""

    id: int
    number: int
    county_id: int
    county_name: str
    text: str
    withdrawn_at: datetime | None = None
    chosen_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SavedRecord:
    """All that one card saved; `withdrawn` once it was undone.

    liaison_id: to whom its first contact was credited, as known while it is saved.
    """

    draft_id: str
    author_id: int
    saved_at: datetime
    contacts: tuple[Contact, ...]
    issues: tuple[Issue, ...]
    practices: tuple[Practice, ...]
    withdrawn: bool
    liaison_id: int | None = field(default=None, compare=False)

    @property
    def plain(self) -> list[dict[str, Any]]:
        """What its items say, for the trail of changes, as plain JSON data."""
        contacts = (
            {"name": c.county_name, "day": c.day.isoformat(), "channel": c.channel.value}
            for c in self.contacts
        )
        issues = ({"name": issue.county_name, "text": issue.text} for issue in self.issues)
        practices = ({"name": found.county_name, "text": found.text} for found in self.practices)
        return [*contacts, *issues, *practices]

    @property
    def numbers(self) -> dict[str, Any]:
        """The numbers of its items by kind, for the trail of changes."""
        return {
            "contacts": [contact.number for contact in self.contacts],
            "issues": [issue.number for issue in self.issues],
            "practices": [practice.number for practice in self.practices],
        }
