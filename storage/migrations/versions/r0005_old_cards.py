"""Indexes by the moment of saving; cards that name their photos themselves are brought to today's form.

Revision ID: 0005
"""

from collections.abc import Iterator, Mapping
from typing import Any

import orjson
import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision: str | None = "0004"
branch_labels: str | None = None
depends_on: str | None = None

PHOTOS = "photo_file_ids"
OLD = {
    "ix_issue_raised": ("issue", ["campaign_id", "raised_on", "saved_at", "withdrawn_at"]),
    "ix_issue_closed": (
        "issue",
        ["campaign_id", "closed_on", "closed_at", "due", "saved_at", "withdrawn_at"],
    ),
    "ix_experience_raised": ("experience", ["campaign_id", "raised_on", "saved_at", "withdrawn_at"]),
}
NEW = {
    "ix_issue_raised": ("issue", ["campaign_id", "saved_at", "withdrawn_at", "closed_at", "due"]),
    "ix_issue_closed": ("issue", ["campaign_id", "closed_at", "saved_at", "withdrawn_at"]),
    "ix_experience_raised": ("experience", ["campaign_id", "saved_at", "withdrawn_at"]),
}
_CARD = sa.text("UPDATE draft SET payload = :payload, card_message_id = :message WHERE id = :id")
_PHOTO = sa.text(
    "INSERT INTO attachment"
    " (campaign_id, draft_id, ordinal, kind, file_id, file_unique_id, added_by, added_at)"
    " SELECT d.campaign_id, d.id, :ordinal, 'photo', :file, :file, d.author_id, d.changed_at FROM draft d"
    " WHERE d.id = :id AND NOT EXISTS"
    " (SELECT 1 FROM attachment a WHERE a.draft_id = d.id AND a.ordinal = :ordinal)"
)
_KNOWN_BY_FILE = sa.text("UPDATE attachment SET file_unique_id = file_id WHERE file_unique_id = ''")
_FORM = sa.text("UPDATE conversation SET data = :data WHERE key = :key")


def upgrade() -> None:
    _index(NEW)
    connection = op.get_bind()
    for card_id, payload in connection.execute(sa.text("SELECT id, payload FROM draft")).all():
        card = orjson.loads(payload)
        photos = card.pop(PHOTOS, ())
        kept = {"id": card_id, "payload": orjson.dumps(card).decode(), "message": card["card_message_id"]}
        connection.execute(_CARD, kept)
        for ordinal, file in enumerate(photos):
            connection.execute(_PHOTO, {"id": card_id, "ordinal": ordinal, "file": file})
    connection.execute(_KNOWN_BY_FILE)
    for key, data in connection.execute(sa.text("SELECT key, data FROM conversation")).all():
        without = orjson.dumps(_without_photos(orjson.loads(data))).decode()
        connection.execute(_FORM, {"key": key, "data": without})


def downgrade() -> None:
    _index(OLD)


def _index(indexes: Mapping[str, tuple[str, list[str]]]) -> None:
    for name, (table, columns) in indexes.items():
        op.drop_index(name, table_name=table)
        op.create_index(name, table, columns, unique=False)


def _without_photos(value: Any) -> Any:
    """Return what an open form keeps without the photos' place on its card."""
    if isinstance(value, dict):
        return dict(_pairs(value))
    return [*map(_without_photos, value)] if isinstance(value, list) else value


def _pairs(value: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    return ((key, _without_photos(part)) for key, part in value.items() if key != PHOTOS)
