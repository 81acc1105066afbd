"""Cards that wait for a tap."""

from datetime import datetime

from sqlalchemy import bindparam, select

from campaign.drafts import Draft
from storage.connection import Connection
from storage.statements import put_into
from storage.tables import draft
from storage.tables.drafts import still_open

_COLUMNS = (
    "id",
    "campaign_id",
    "author_id",
    "chat_id",
    "source_message_id",
    "state",
    "payload",
    "changed_at",
    "media_group",
    "card_message_id",
    "said",
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
_BY_CARD = select(draft.c.payload).where(
    draft.c.chat_id == bindparam("chat_id"), draft.c.card_message_id == bindparam("message_id")
)
_BY_GROUP = select(draft.c.payload).where(
    draft.c.chat_id == bindparam("chat_id"), draft.c.media_group == bindparam("media_group")
)
_LATEST_OPEN = (
    select(draft.c.payload, draft.c.changed_at)
    .where(
        draft.c.chat_id == bindparam("chat_id"),
        draft.c.author_id == bindparam("author_id"),
        still_open,
        draft.c.changed_at >= bindparam("since"),
    )
    .order_by(draft.c.changed_at.desc(), draft.c.id.desc())
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
            media_group=card.media_group,
            card_message_id=card.card_message_id,
            said=card.said,
        )

    def by_source(self, chat_id: int, message_id: int) -> Draft | None:
        """Return the draft read from a message."""
        text: str | None = self._db.value(_BY_SOURCE, chat_id=chat_id, message_id=message_id)
        return None if text is None else Draft.model_validate_json(text)

    def by_card(self, chat_id: int, message_id: int) -> Draft | None:
        """Return the draft that a message shows, or that it became a record of."""
        text: str | None = self._db.value(_BY_CARD, chat_id=chat_id, message_id=message_id)
        return None if text is None else Draft.model_validate_json(text)

    def by_group(self, chat_id: int, media_group: str) -> Draft | None:
        """Return the draft read from an album."""
        text: str | None = self._db.value(_BY_GROUP, chat_id=chat_id, media_group=media_group)
        return None if text is None else Draft.model_validate_json(text)

    def latest_open(self, chat_id: int, author_id: int, since: datetime) -> tuple[Draft, datetime] | None:
        """Return a person's card in a chat that changed last, not before `since`, and when it did."""
        rows = self._db.all(_LATEST_OPEN, chat_id=chat_id, author_id=author_id, since=since)
        # What waits to be taken as a correction is no card.
        cards = ((Draft.model_validate_json(text), at) for text, at in rows)
        return next((found for found in cards if found[0].corrects is None), None)
