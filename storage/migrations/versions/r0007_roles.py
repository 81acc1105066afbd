"""Roles with days, and the county that somebody speaks for.

Revision ID: 0007
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision: str | None = "0006"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    # Written out: SQLite takes a reference only with its column.
    kind = "INTEGER" if op.get_bind().dialect.name == "sqlite" else "BIGINT"
    reference = "CONSTRAINT fk_membership_county_id REFERENCES unit (id)"
    op.execute(f"ALTER TABLE membership ADD COLUMN county_id {kind} {reference}")
    op.add_column("membership", sa.Column("first_day", sa.Date(), nullable=True))
    op.add_column("membership", sa.Column("last_day", sa.Date(), nullable=True))


def downgrade() -> None:
    for column in ("last_day", "first_day", "county_id"):
        op.drop_column("membership", column)
