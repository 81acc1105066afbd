"""Who changed what, when, for whom, and from which message: what is kept of it, and how it is looked up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class About:
    """What changes are looked up for; nothing stands for all.

    `number`: of a contact or an issue. `name` is the person's.
    """

    county_id: int | None = None
    person_id: int | None = None
    name: str = ""
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One change. `actor`: None where the program acted; `behalf`: whose matter it was, if another's.

    `chat_id` and `message_id`: the message, or the one whose button was pressed, that brought it about.
    """

    at: datetime
    actor: str | None
    behalf: str | None
    action: str
    subject: str
    facts: dict[str, Any]
    chat_id: int | None
    message_id: int | None


class Audit(Protocol):
    """The trail of changes."""

    def note(
        self,
        campaign_id: str,
        actor_id: int | None,
        action: str,
        subject: str,
        facts: dict[str, Any],
        *,
        behalf_id: int | None = None,
    ) -> None:
        """Store one row; the moment and the message are the unit of work's."""

    def entries(self, campaign_id: str, about: About, limit: int, skip: int) -> Sequence[Entry]:
        """Return changes, latest first, without the first few."""
