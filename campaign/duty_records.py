"""Standing duties as they are logged: cards that wait for a tap, records, what the actions need of both."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from campaign.attachments import SentFile
from campaign.duty_standing import DutyDone, Holder


@dataclass(frozen=True, slots=True)
class DutyNote:
    """What a card is to hold: of which duty, by whom, on which day; the latter two may still be asked for.

    `card`: the update that it came from. Each of several holders has a note of its own.
    """

    card: str
    duty: str
    holder: Holder | None
    day: date | None
    note: str = ""
    files: tuple[SentFile, ...] = ()
    chat_id: int = 0
    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class DutyRecord:
    """One line of a card: open, then saved or given up; a saved one may be withdrawn, and stays."""

    id: int
    note: DutyNote
    author_id: int
    author_name: str
    behalf_id: int | None
    saved_at: datetime | None
    withdrawn_at: datetime | None
    withdrawn_by: int | None
    reason: str

    @property
    def is_open(self) -> bool:
        """Whether it waits for a tap."""
        return self.saved_at is None and self.withdrawn_at is None

    @property
    def stands(self) -> bool:
        """Whether it was saved and counts."""
        return self.saved_at is not None and self.withdrawn_at is None


class DutyRecords(Protocol):
    """Cards and records of standing duties. Nothing is deleted."""

    def open(self, campaign_id: str, notes: Sequence[DutyNote], author_id: int) -> None:
        """Store an open card."""

    def of_card(self, campaign_id: str, card: str) -> Sequence[DutyRecord]:
        """Return the lines of a card in their order."""

    def of_message(self, campaign_id: str, chat_id: int, message_id: int) -> Sequence[DutyRecord]:
        """Return the lines that a message brought about."""

    def get(self, campaign_id: str, record_id: int) -> DutyRecord:
        """Return one line; raise NotFound."""

    def fill(self, record_id: int, holder: Holder | None, day: date | None) -> None:
        """Fill in an open line."""

    def save(self, record_id: int, behalf_id: int | None, at: datetime) -> None:
        """Save an open line, on somebody's behalf if another's."""

    def end(self, record_id: int, person_id: int, reason: str, at: datetime) -> None:
        """Give an open line up, or withdraw a saved one."""

    def done(
        self, campaign_id: str, as_of: datetime | None = None, county_id: int | None = None
    ) -> Sequence[DutyDone]:
        """Return what stands, or stood as it was known at `as_of`; of one county, or of all holders."""

    def standing(self, campaign_id: str, duty: str, limit: int) -> Sequence[DutyRecord]:
        """Return the latest standing records of a duty, latest day first."""
