"""Digests, the audit trail and the clock, as the first revision made them."""

import sqlalchemy as sa
from alembic import op

from storage.columns import UTCDateTime

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def create() -> None:
    _create_clock()
    _create_audit()
    _create_digest()


def drop() -> None:
    op.drop_table("digest")
    op.drop_table("audit")
    op.drop_table("clock")


def _create_clock() -> None:
    op.create_table(
        "clock",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("real_at", UTCDateTime(), nullable=False),
        sa.Column("offset_seconds", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clock")),
        comment="Campaign time is real time plus the offset of the latest entry not later than it.",
    )


def _create_audit() -> None:
    op.create_table(
        "audit",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("campaign_id", sa.String(length=60), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("actor_id", _ID, nullable=True),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_audit_campaign_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    _index_audit()


def _index_audit() -> None:
    op.create_index("ix_audit_at", "audit", ["campaign_id", "at"], unique=False)


def _create_digest() -> None:
    op.create_table(
        "digest",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("campaign_id", sa.String(length=60), nullable=False),
        sa.Column("kinds", sa.String(length=80), nullable=False),
        sa.Column("cut_off", UTCDateTime(), nullable=False),
        sa.Column("audience", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("facts", sa.Text(), nullable=True),
        sa.Column("claimed_at", UTCDateTime(), nullable=False),
        sa.Column("frozen_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_digest_campaign_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_digest")),
        sa.UniqueConstraint(
            "campaign_id", "cut_off", "audience", name=op.f("uq_digest_campaign_id_cut_off_audience")
        ),
    )
