"""Reminders, the days on which they were made, and what people wish of them.

Revision ID: 0002
"""

import sqlalchemy as sa
from alembic import op

from storage.columns import UTCDateTime
from storage.migrations.first.keys import of_campaign

revision = "0002"
down_revision: str | None = "0001"
branch_labels: str | None = None
depends_on: str | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _create_reminder()
    _create_reminder_day()
    _create_reminder_wish()


def downgrade() -> None:
    op.drop_table("reminder_wish")
    op.drop_table("reminder_day")
    op.drop_table("reminder")


def _create_reminder() -> None:
    op.create_table(
        "reminder",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("campaign_id", sa.String(length=60), nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("matters", sa.Text(), nullable=False),
        sa.Column("muted_until", sa.Date(), nullable=True),
        of_campaign("reminder", "person_id", "person"),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_reminder_campaign_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminder")),
        sa.UniqueConstraint(
            "campaign_id", "person_id", "day", name=op.f("uq_reminder_campaign_id_person_id_day")
        ),
    )
    op.create_index("ix_reminder_day", "reminder", ["campaign_id", "day"], unique=False)


def _create_reminder_day() -> None:
    op.create_table(
        "reminder_day",
        sa.Column("campaign_id", sa.String(length=60), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("made_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_reminder_day_campaign_id")),
        sa.PrimaryKeyConstraint("campaign_id", "day", name=op.f("pk_reminder_day")),
    )


def _create_reminder_wish() -> None:
    op.create_table(
        "reminder_wish",
        sa.Column("campaign_id", sa.String(length=60), nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("off_since", UTCDateTime(), nullable=True),
        sa.Column("not_before", sa.Date(), nullable=True),
        of_campaign("reminder_wish", "person_id", "person"),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_reminder_wish_campaign_id")),
        sa.PrimaryKeyConstraint("campaign_id", "person_id", name=op.f("pk_reminder_wish")),
    )
