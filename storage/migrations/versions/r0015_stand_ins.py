"""Who stands in for whom.

Revision ID: 0015
"""

import sqlalchemy as sa
from alembic import op

from storage.columns import UTCDateTime
from storage.migrations.first.keys import of_campaign

revision = "0015"
down_revision: str | None = "0014"
branch_labels: str | None = None
depends_on: str | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "stand_in",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("campaign_id", sa.String(length=60), nullable=False),
        sa.Column("absent_id", _ID, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("since", UTCDateTime(), nullable=False),
        of_campaign("stand_in", "absent_id", "person"),
        of_campaign("stand_in", "person_id", "person"),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_stand_in_campaign_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stand_in")),
    )
    op.create_index("ix_stand_in_person", "stand_in", ["campaign_id", "person_id", "last_day"], unique=False)


def downgrade() -> None:
    op.drop_table("stand_in")
