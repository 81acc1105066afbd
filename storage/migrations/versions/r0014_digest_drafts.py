"""Drafts of digests, and the words that a digest went out with.

Revision ID: 0014
"""

import sqlalchemy as sa
from alembic import op

from storage.columns import UTCDateTime

revision = "0014"
down_revision: str | None = "0013"
branch_labels: str | None = None
depends_on: str | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "digest_draft",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("campaign_id", sa.String(length=60), nullable=False),
        sa.Column("kinds", sa.String(length=80), nullable=False),
        sa.Column("cut_off", UTCDateTime(), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("edits", sa.Text(), nullable=False),
        sa.Column("withheld", sa.Text(), nullable=False),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("made_at", UTCDateTime(), nullable=False),
        sa.Column("approved_by", _ID, nullable=True),
        sa.Column("approved_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_digest_draft_campaign_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_digest_draft")),
        sa.UniqueConstraint("campaign_id", "cut_off", name=op.f("uq_digest_draft_campaign_id_cut_off")),
    )
    op.add_column("digest", sa.Column("edits", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("digest", "edits")
    op.drop_table("digest_draft")
