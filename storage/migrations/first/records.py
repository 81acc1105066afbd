"""Contacts, issues and practices, as the first revision made them."""

import sqlalchemy as sa
from alembic import op

from storage.columns import UTCDateTime
from storage.migrations.first.keys import of_campaign

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def create() -> None:
    _create_contact()
    _create_experience()
    _create_issue()
    _create_issue_event()


def drop() -> None:
    op.drop_table("issue_event")
    op.drop_table("issue")
    op.drop_table("experience")
    op.drop_table("contact")


def _create_contact() -> None:
    op.create_table(
        "contact",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("campaign_id", sa.String(length=60), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("draft_id", sa.String(length=80), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("county_id", _ID, nullable=False),
        sa.Column("author_id", _ID, nullable=False),
        sa.Column("written_at", UTCDateTime(), nullable=False),
        sa.Column("saved_at", UTCDateTime(), nullable=False),
        sa.Column("withdrawn_at", UTCDateTime(), nullable=True),
        sa.Column("withdrawn_by", _ID, nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("channel", sa.String(length=24), nullable=False),
        sa.Column("participants", sa.Integer(), nullable=True),
        sa.Column("attendees", sa.Text(), nullable=True),
        sa.Column("leader_present", sa.Boolean(), nullable=True),
        sa.Column("source_chat_id", sa.BigInteger(), nullable=False),
        sa.Column("source_message_id", sa.BigInteger(), nullable=True),
        of_campaign("contact", "author_id", "person"),
        of_campaign("contact", "county_id", "unit"),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_contact_campaign_id")),
        sa.ForeignKeyConstraint(["draft_id"], ["draft.id"], name=op.f("fk_contact_draft_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
        sa.UniqueConstraint("campaign_id", "number", name=op.f("uq_contact_campaign_id_number")),
        sa.UniqueConstraint("draft_id", "ordinal", name=op.f("uq_contact_draft_id_ordinal")),
    )
    _index_contact()


def _index_contact() -> None:
    op.create_index(
        "ix_contact_count",
        "contact",
        ["campaign_id", "county_id", "day", "channel", "saved_at", "withdrawn_at"],
        unique=False,
    )
    op.create_index(
        "ix_contact_saved",
        "contact",
        ["campaign_id", "saved_at", "day", "channel", "withdrawn_at"],
        unique=False,
    )


def _create_experience() -> None:
    op.create_table(
        "experience",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("campaign_id", sa.String(length=60), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("draft_id", sa.String(length=80), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("county_id", _ID, nullable=False),
        sa.Column("author_id", _ID, nullable=False),
        sa.Column("written_at", UTCDateTime(), nullable=False),
        sa.Column("saved_at", UTCDateTime(), nullable=False),
        sa.Column("withdrawn_at", UTCDateTime(), nullable=True),
        sa.Column("withdrawn_by", _ID, nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("raised_on", sa.Date(), nullable=False),
        of_campaign("experience", "author_id", "person"),
        of_campaign("experience", "county_id", "unit"),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_experience_campaign_id")),
        sa.ForeignKeyConstraint(["draft_id"], ["draft.id"], name=op.f("fk_experience_draft_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_experience")),
        sa.UniqueConstraint("campaign_id", "number", name=op.f("uq_experience_campaign_id_number")),
        sa.UniqueConstraint("draft_id", "ordinal", name=op.f("uq_experience_draft_id_ordinal")),
    )
    _index_experience()


def _index_experience() -> None:
    op.create_index(
        "ix_experience_raised",
        "experience",
        ["campaign_id", "raised_on", "saved_at", "withdrawn_at"],
        unique=False,
    )


def _create_issue() -> None:
    op.create_table(
        "issue",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("campaign_id", sa.String(length=60), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("draft_id", sa.String(length=80), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("county_id", _ID, nullable=False),
        sa.Column("author_id", _ID, nullable=False),
        sa.Column("written_at", UTCDateTime(), nullable=False),
        sa.Column("saved_at", UTCDateTime(), nullable=False),
        sa.Column("withdrawn_at", UTCDateTime(), nullable=True),
        sa.Column("withdrawn_by", _ID, nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("resolver", sa.String(length=24), nullable=True),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("raised_on", sa.Date(), nullable=False),
        sa.Column("raised_at", UTCDateTime(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("closed_at", UTCDateTime(), nullable=True),
        of_campaign("issue", "author_id", "person"),
        of_campaign("issue", "county_id", "unit"),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_issue_campaign_id")),
        sa.ForeignKeyConstraint(["draft_id"], ["draft.id"], name=op.f("fk_issue_draft_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_issue")),
        sa.UniqueConstraint("campaign_id", "id", name=op.f("uq_issue_campaign_id_id")),
        sa.UniqueConstraint("campaign_id", "number", name=op.f("uq_issue_campaign_id_number")),
        sa.UniqueConstraint("draft_id", "ordinal", name=op.f("uq_issue_draft_id_ordinal")),
    )
    _index_issue()


def _index_issue() -> None:
    op.create_index(
        "ix_issue_closed",
        "issue",
        ["campaign_id", "closed_on", "closed_at", "due", "saved_at", "withdrawn_at"],
        unique=False,
    )
    op.create_index(
        "ix_issue_open_county",
        "issue",
        ["campaign_id", "county_id", "state", "withdrawn_at"],
        unique=False,
        sqlite_where=sa.text("state = 'open' AND withdrawn_at IS NULL"),
        postgresql_where=sa.text("state = 'open' AND withdrawn_at IS NULL"),
    )
    op.create_index(
        "ix_issue_open_due",
        "issue",
        ["campaign_id", "due", "state", "withdrawn_at"],
        unique=False,
        sqlite_where=sa.text("state = 'open' AND withdrawn_at IS NULL"),
        postgresql_where=sa.text("state = 'open' AND withdrawn_at IS NULL"),
    )
    op.create_index(
        "ix_issue_raised", "issue", ["campaign_id", "raised_on", "saved_at", "withdrawn_at"], unique=False
    )


def _create_issue_event() -> None:
    op.create_table(
        "issue_event",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("campaign_id", sa.String(length=60), nullable=False),
        sa.Column("issue_id", _ID, nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("actor_id", _ID, nullable=False),
        sa.Column("result", sa.Text(), nullable=True),
        sa.Column("at", UTCDateTime(), nullable=False),
        of_campaign("issue_event", "actor_id", "person"),
        of_campaign("issue_event", "issue_id", "issue"),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_issue_event_campaign_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_issue_event")),
    )
    _index_issue_event()


def _index_issue_event() -> None:
    op.create_index("ix_issue_event_issue", "issue_event", ["issue_id", "id"], unique=False)
