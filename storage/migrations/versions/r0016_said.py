"""A print of what a card's message said: the same words for another county are found by it.

Revision ID: 0016
"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision: str | None = "0015"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.add_column("draft", sa.Column("said", sa.String(length=16), nullable=True))
    where = sa.text("said IS NOT NULL")
    columns = ["campaign_id", "author_id", "said"]
    op.create_index(
        "ix_draft_said", "draft", columns, unique=False, sqlite_where=where, postgresql_where=where
    )


def downgrade() -> None:
    op.drop_index("ix_draft_said", table_name="draft")
    op.drop_column("draft", "said")
