"""Pauses of counties.

Revision ID: 0008
"""

import sqlalchemy as sa
from alembic import op

from storage.migrations.first.keys import of_campaign

revision = "0008"
down_revision: str | None = "0007"
branch_labels: str | None = None
depends_on: str | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "pause",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("campaign_id", sa.String(length=60), nullable=False),
        sa.Column("county_id", _ID, nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("after_day", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        of_campaign("pause", "county_id", "unit"),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_pause_campaign_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pause")),
    )
    op.create_index("ix_pause_after", "pause", ["campaign_id", "after_day"], unique=False)


def downgrade() -> None:
    op.drop_table("pause")
