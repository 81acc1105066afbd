"""Group chats that the bot was added to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from campaign.vocabulary import ChatState


@dataclass(frozen=True, slots=True)
class Group:
    """A group chat; only an approved one gets anything. `chat_id` is Telegram's."""

    chat_id: int
    title: str
    state: ChatState
    campaign_id: str
    decided_by: int | None = None
    decided_at: datetime | None = None
    topic_id: int | None = None


class Groups(Protocol):
    """Group chats."""

    def get(self, chat_id: int) -> Group | None:
        """Return a group by its Telegram id."""

    def put(self, group: Group) -> None:
        """Store a group, or its new form."""

    def every(self, campaign_id: str) -> Sequence[Group]:
        """Return a campaign's groups in whatever state."""

    def approved(self, campaign_id: str) -> Sequence[Group]:
        """Return the groups that get digests."""
