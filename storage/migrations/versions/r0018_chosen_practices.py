"""Practices may be chosen for promotion.

Revision ID: 0018
"""

import sqlalchemy as sa
from alembic import op

from storage.columns import UTCDateTime

revision = "0018"
down_revision: str | None = "0017"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.add_column("experience", sa.Column("chosen_at", UTCDateTime(), nullable=True))
    # Written out: SQLite takes a reference only with its column.
    kind = "INTEGER" if op.get_bind().dialect.name == "sqlite" else "BIGINT"
    reference = "CONSTRAINT fk_experience_chosen_by REFERENCES person (id)"
    op.execute(f"ALTER TABLE experience ADD COLUMN chosen_by {kind} {reference}")
    where = sa.text("chosen_at IS NOT NULL")
    columns = ["campaign_id", "chosen_at"]
    op.create_index("ix_experience_chosen", "experience", columns, sqlite_where=where, postgresql_where=where)


def downgrade() -> None:
    op.drop_index("ix_experience_chosen", table_name="experience")
    for column in ("chosen_by", "chosen_at"):
        op.drop_column("experience", column)
