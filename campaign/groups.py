"""Group chats that the bot was added to."""

from dataclasses import dataclass
from datetime import datetime

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
