"""Contacts that people mean to have.

Revision ID: 0013
"""

import sqlalchemy as sa
from alembic import op

from storage.columns import UTCDateTime
from storage.migrations.first.keys import of_campaign

revision = "0013"
down_revision: str | None = "0012"
branch_labels: str | None = None
depends_on: str | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_INDEXES = (
    ("ix_planned_contact_open", ["campaign_id", "day"], "state = 'open'"),
    ("ix_planned_contact_own", ["campaign_id", "person_id", "day"], "state = 'open'"),
    ("ix_planned_contact_became", ["contact_id"], "contact_id IS NOT NULL"),
)


def upgrade() -> None:
    op.create_table(
        "planned_contact",
        sa.Column("id", _ID, nullable=False),
        sa.Column("offer", sa.String(length=80), nullable=False),
        sa.Column("campaign_id", sa.String(length=60), nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("county_id", _ID, nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("channel", sa.String(length=24), nullable=True),
        sa.Column("source_message_id", sa.BigInteger(), nullable=True),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("replaces", _ID, nullable=True),
        sa.Column("noted_at", UTCDateTime(), nullable=True),
        sa.Column("reminded_for", sa.Date(), nullable=True),
        sa.Column("asked_for", sa.Date(), nullable=True),
        sa.Column("contact_id", _ID, nullable=True),
        of_campaign("planned_contact", "person_id", "person"),
        of_campaign("planned_contact", "county_id", "unit"),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_planned_contact_campaign_id")
        ),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_planned_contact_contact_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_planned_contact")),
        sa.UniqueConstraint("offer", "county_id", name=op.f("uq_planned_contact_offer_county_id")),
    )
    for name, columns, condition in _INDEXES:
        where = sa.text(condition)
        op.create_index(
            name, "planned_contact", columns, unique=False, sqlite_where=where, postgresql_where=where
        )


def downgrade() -> None:
    for name, *_ in _INDEXES:
        op.drop_index(name, table_name="planned_contact")
    op.drop_table("planned_contact")
