"""Cards and their files, as the first revision made them."""

import sqlalchemy as sa
from alembic import op

from storage.columns import UTCDateTime
from storage.migrations.first.keys import of_campaign

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def create() -> None:
    _create_draft()
    _create_attachment()


def drop() -> None:
    op.drop_table("attachment")
    op.drop_table("draft")


def _create_draft() -> None:
    op.create_table(
        "draft",
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("campaign_id", sa.String(length=60), nullable=False),
        sa.Column("author_id", _ID, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("source_message_id", sa.BigInteger(), nullable=True),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("changed_at", UTCDateTime(), nullable=False),
        sa.Column("saved_at", UTCDateTime(), nullable=True),
        sa.Column("withdrawn_at", UTCDateTime(), nullable=True),
        of_campaign("draft", "author_id", "person"),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_draft_campaign_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
    )
    _index_draft()


def _index_draft() -> None:
    op.create_index("ix_draft_source", "draft", ["chat_id", "source_message_id"], unique=False)
    op.create_index(
        "ix_draft_standing",
        "draft",
        ["campaign_id", "author_id", "saved_at"],
        unique=False,
        sqlite_where=sa.text("saved_at IS NOT NULL AND withdrawn_at IS NULL"),
        postgresql_where=sa.text("saved_at IS NOT NULL AND withdrawn_at IS NULL"),
    )


def _create_attachment() -> None:
    op.create_table(
        "attachment",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("campaign_id", sa.String(length=60), nullable=False),
        sa.Column("draft_id", sa.String(length=80), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.Column("saved_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_attachment_campaign_id")),
        sa.ForeignKeyConstraint(["draft_id"], ["draft.id"], name=op.f("fk_attachment_draft_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
        sa.UniqueConstraint("draft_id", "ordinal", name=op.f("uq_attachment_draft_id_ordinal")),
    )
