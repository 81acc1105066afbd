"""Where conversations stand: one row a conversation, read once and written once an update."""

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import bindparam, delete, select

from storage.connection import Connection
from storage.statements import put_into
from storage.tables import conversation

_GET = select(conversation.c.state, conversation.c.data).where(conversation.c.key == bindparam("key"))
_PUT = put_into(conversation, ("key", "state", "data", "changed_at"), ("key",))
_DELETE = delete(conversation).where(conversation.c.key == bindparam("key"))
_SWEEP = delete(conversation).where(conversation.c.changed_at < bindparam("before"))


class ConversationRow(NamedTuple):
    """The state's name, and the data kept with it."""

    state: str | None
    data: dict[str, Any]


class ConversationRows:
    """Conversation state by key; the key is the caller's."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._db = connection
        self._now = now

    def get(self, key: str) -> ConversationRow | None:
        """Return where a conversation stands, or None when none is under way."""
        row = self._db.one(_GET, key=key)
        return ConversationRow(*row) if row else None

    def put(self, key: str, state: str | None, data: dict[str, Any]) -> None:
        """Store where a conversation stands now."""
        self._db.run(_PUT, key=key, state=state, data=data, changed_at=self._now)

    def delete(self, key: str) -> None:
        """Forget a conversation that ended."""
        self._db.run(_DELETE, key=key)

    def sweep(self, before: datetime) -> int:
        """Forget conversations untouched since `before`; return how many."""
        return self._db.run(_SWEEP, before=before)
