"""Who added a file and when; cards found by their album, their message, and while they are open.

Revision ID: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision: str | None = "0002"
branch_labels: str | None = None
depends_on: str | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.alter_column("attachment", "saved_at", new_column_name="added_at")
    op.add_column("attachment", sa.Column("file_unique_id", sa.Text(), nullable=False, server_default=""))
    op.add_column("attachment", sa.Column("added_by", _ID, nullable=True))
    op.add_column("draft", sa.Column("media_group", sa.String(length=40), nullable=True))
    op.add_column("draft", sa.Column("card_message_id", sa.BigInteger(), nullable=True))
    _index("ix_draft_group", ["chat_id", "media_group"], "media_group IS NOT NULL")
    _index("ix_draft_card", ["chat_id", "card_message_id"], "card_message_id IS NOT NULL")
    _index("ix_draft_open", ["chat_id", "author_id"], "state = 'open'")


def downgrade() -> None:
    for name in ("ix_draft_open", "ix_draft_card", "ix_draft_group"):
        op.drop_index(name, table_name="draft")
    with op.batch_alter_table("draft") as draft:
        draft.drop_column("card_message_id")
        draft.drop_column("media_group")
    with op.batch_alter_table("attachment") as attachment:
        attachment.drop_column("added_by")
        attachment.drop_column("file_unique_id")
    op.alter_column("attachment", "added_at", new_column_name="saved_at")


def _index(name: str, columns: list[str], condition: str) -> None:
    where = sa.text(condition)
    op.create_index(name, "draft", columns, unique=False, sqlite_where=where, postgresql_where=where)
