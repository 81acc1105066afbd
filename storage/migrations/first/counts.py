"""Tallies, as the first revision made them."""

import sqlalchemy as sa
from alembic import op

from storage.migrations.first.keys import of_campaign

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def create() -> None:
    _create_day_tally()
    _create_tally()


def drop() -> None:
    op.drop_table("tally")
    op.drop_table("day_tally")


def _create_day_tally() -> None:
    op.create_table(
        "day_tally",
        sa.Column("campaign_id", sa.String(length=60), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("saved_on", sa.Date(), nullable=False),
        sa.Column("channel", sa.String(length=24), nullable=False),
        sa.Column("contacts", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_day_tally_campaign_id")),
        sa.PrimaryKeyConstraint("campaign_id", "day", "saved_on", "channel", name=op.f("pk_day_tally")),
        comment="Standing contacts of all counties by their day, the day they were saved on, and channel.",
        sqlite_with_rowid=False,
    )


def _create_tally() -> None:
    op.create_table(
        "tally",
        sa.Column("campaign_id", sa.String(length=60), nullable=False),
        sa.Column("window", sa.String(length=80), nullable=False),
        sa.Column("county_id", _ID, autoincrement=False, nullable=False),
        sa.Column("contacts", sa.Integer(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=True),
        of_campaign("tally", "county_id", "unit"),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_tally_campaign_id")),
        sa.PrimaryKeyConstraint("campaign_id", "window", "county_id", name=op.f("pk_tally")),
        comment="Standing contacts of a county in a window; days counts several contacts of one day once.",
        sqlite_with_rowid=False,
    )
