"""What is logged of standing duties, and how tasks go on.

Revision ID: 0012
"""

import sqlalchemy as sa
from alembic import op

from storage.columns import UTCDateTime
from storage.migrations.first.keys import of_campaign

revision = "0012"
down_revision: str | None = "0011"
branch_labels: str | None = None
depends_on: str | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "duty_record",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("campaign_id", sa.String(length=60), nullable=False),
        sa.Column("card", sa.String(length=80), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("duty", sa.String(length=40), nullable=False),
        sa.Column("county_id", _ID, nullable=True),
        sa.Column("holder", sa.String(length=100), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("files", sa.Text(), nullable=False),
        sa.Column("author_id", _ID, nullable=False),
        sa.Column("behalf_id", _ID, nullable=True),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("saved_at", UTCDateTime(), nullable=True),
        sa.Column("withdrawn_at", UTCDateTime(), nullable=True),
        sa.Column("withdrawn_by", _ID, nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        of_campaign("duty_record", "county_id", "unit"),
        of_campaign("duty_record", "author_id", "person"),
        of_campaign("duty_record", "behalf_id", "person"),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_duty_record_campaign_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty_record")),
        sa.UniqueConstraint(
            "campaign_id", "card", "ordinal", name=op.f("uq_duty_record_campaign_id_card_ordinal")
        ),
    )
    op.create_index(
        "ix_duty_record_saved",
        "duty_record",
        ["campaign_id", "saved_at", "withdrawn_at", "duty", "day"],
        unique=False,
    )
    _create_task_note()


def _create_task_note() -> None:
    op.create_table(
        "task_note",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("campaign_id", sa.String(length=60), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("author_id", _ID, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("noted_at", UTCDateTime(), nullable=False),
        of_campaign("task_note", "author_id", "person"),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_task_note_campaign_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task_note")),
    )
    op.create_index("ix_task_note_number", "task_note", ["campaign_id", "number", "id"], unique=False)


def downgrade() -> None:
    op.drop_table("task_note")
    op.drop_table("duty_record")
