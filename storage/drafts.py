"""Cards that wait for a tap."""

from datetime import datetime

from sqlalchemy import bindparam, select

from campaign.drafts import Draft
from storage.connection import Connection
from storage.statements import put_into
from storage.tables import draft

_COLUMNS = (
    "id",
    "campaign_id",
    "author_id",
    "chat_id",
    "source_message_id",
    "state",
    "payload",
    "changed_at",
)
_PUT = put_into(draft, _COLUMNS, ("id",))
_GET = select(draft.c.payload).where(draft.c.id == bindparam("id"))
# Two taps on one card at once: on PostgreSQL the second waits here. SQLite has one writer anyhow.
_GET_TO_CHANGE = _GET.with_for_update()
_BY_SOURCE = (
    select(draft.c.payload)
    .where(draft.c.chat_id == bindparam("chat_id"), draft.c.source_message_id == bindparam("message_id"))
    .order_by(draft.c.changed_at.desc())
    .limit(1)
)


class DraftRows:
    """Implements campaign.ports.Drafts. A card's own form is its JSON; the columns are for finding it."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def get(self, draft_id: str) -> Draft | None:
        """Return a draft in whatever state."""
        text: str | None = self._db.value(_GET_TO_CHANGE if self._db.writes else _GET, id=draft_id)
        return None if text is None else Draft.model_validate_json(text)

    def put(self, card: Draft, at: datetime) -> None:
        """Store a draft, or its new form."""
        self._db.run(
            _PUT,
            id=card.id,
            campaign_id=card.campaign_id,
            author_id=card.author_id,
            chat_id=card.chat_id,
            source_message_id=card.source_message_id,
            state=card.state,
            payload=card.model_dump_json(),
            changed_at=at,
        )

    def by_source(self, chat_id: int, message_id: int) -> Draft | None:
        """Return the draft read from a message."""
        text: str | None = self._db.value(_BY_SOURCE, chat_id=chat_id, message_id=message_id)
        return None if text is None else Draft.model_validate_json(text)
