"""The interface languages that people chose.

Revision ID: 0004
"""

import sqlalchemy as sa
from alembic import op

from storage.migrations.first.keys import of_campaign

revision = "0004"
down_revision: str | None = "0003"
branch_labels: str | None = None
depends_on: str | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "person_language",
        sa.Column("campaign_id", sa.String(length=60), nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("language", sa.String(length=24), nullable=False),
        of_campaign("person_language", "person_id", "person"),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_person_language_campaign_id")
        ),
        sa.PrimaryKeyConstraint("campaign_id", "person_id", name=op.f("pk_person_language")),
    )


def downgrade() -> None:
    op.drop_table("person_language")
