"""What counties say of the contacts that were logged of them.

Revision ID: 0010
"""

import sqlalchemy as sa
from alembic import op

from storage.columns import UTCDateTime
from storage.migrations.first.keys import of_campaign

revision = "0010"
down_revision: str | None = "0009"
branch_labels: str | None = None
depends_on: str | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "county_word",
        sa.Column("campaign_id", sa.String(length=60), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("verdict", sa.String(length=24), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("said_at", UTCDateTime(), nullable=False),
        of_campaign("county_word", "person_id", "person"),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_county_word_campaign_id")),
        sa.PrimaryKeyConstraint("campaign_id", "number", name=op.f("pk_county_word")),
    )


def downgrade() -> None:
    op.drop_table("county_word")
