"""Group chats that the bot was added to."""

from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import bindparam, select

from campaign.groups import Group
from campaign.vocabulary import ChatState
from storage.connection import Connection
from storage.statements import put_into
from storage.tables import chat

_GROUP = select(
    chat.c.chat_id,
    chat.c.title,
    chat.c.state,
    chat.c.campaign_id,
    chat.c.decided_by,
    chat.c.decided_at,
    chat.c.topic_id,
)
_GET = _GROUP.where(chat.c.chat_id == bindparam("chat_id"))
_BY_STATE = _GROUP.where(
    chat.c.campaign_id == bindparam("campaign_id"), chat.c.state == bindparam("state")
).order_by(chat.c.chat_id)
_EVERY = _GROUP.where(chat.c.campaign_id == bindparam("campaign_id")).order_by(chat.c.chat_id)
_PUT = put_into(chat, [column.name for column in chat.columns], ("chat_id",))


class GroupRows:
    """Implements campaign.groups.Groups."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def get(self, chat_id: int) -> Group | None:
        """Return a group by its Telegram id."""
        row = self._db.one(_GET, chat_id=chat_id)
        return Group(*row) if row else None

    def put(self, group: Group) -> None:
        """Store a group, or its new form."""
        self._db.run(_PUT, **asdict(group))

    def every(self, campaign_id: str) -> Sequence[Group]:
        """Return a campaign's groups in whatever state."""
        return [Group(*row) for row in self._db.all(_EVERY, campaign_id=campaign_id)]

    def approved(self, campaign_id: str) -> Sequence[Group]:
        """Return the groups that get digests."""
        return self.in_state(campaign_id, ChatState.APPROVED)

    def in_state(self, campaign_id: str, state: ChatState) -> Sequence[Group]:
        """Return a campaign's groups of one state."""
        return [Group(*row) for row in self._db.all(_BY_STATE, campaign_id=campaign_id, state=state)]
