"""Campaigns, their rules and numbers, as the first revision made them."""

import sqlalchemy as sa
from alembic import op

from storage.columns import UTCDateTime


def create() -> None:
    _create_campaign()
    _create_campaign_version()
    _create_numbers()


def drop() -> None:
    op.drop_table("numbers")
    op.drop_table("campaign_version")
    op.drop_table("campaign")


def _create_campaign() -> None:
    op.create_table(
        "campaign",
        sa.Column("id", sa.String(length=60), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("loaded_at", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaign")),
    )


def _create_campaign_version() -> None:
    op.create_table(
        "campaign_version",
        sa.Column("campaign_id", sa.String(length=60), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("definition", sa.Text(), nullable=False),
        sa.Column("loaded_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_campaign_version_campaign_id")
        ),
        sa.PrimaryKeyConstraint("campaign_id", "version", name=op.f("pk_campaign_version")),
    )


def _create_numbers() -> None:
    op.create_table(
        "numbers",
        sa.Column("campaign_id", sa.String(length=60), nullable=False),
        sa.Column("contacts", sa.Integer(), nullable=False),
        sa.Column("issues", sa.Integer(), nullable=False),
        sa.Column("practices", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_numbers_campaign_id")),
        sa.PrimaryKeyConstraint("campaign_id", name=op.f("pk_numbers")),
        comment="The last number given to each kind of record. Locking the row keeps savers in line.",
    )
