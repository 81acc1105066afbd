"""Contacts that people mean to have; kept apart from the contacts that are counted."""

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    String,
    Table,
    UniqueConstraint,
    literal_column,
)

from campaign.planned import PlannedState
from campaign.vocabulary import Channel
from storage.columns import BIG_ID, Day, Word, campaign_id, metadata, moment_or_none, row_id
from storage.tables.people import of_campaign

planned_contact = Table(
    "planned_contact",
    metadata,
    row_id(),
    Column("offer", String(80), nullable=False),
    campaign_id(),
    Column("person_id", BIG_ID, nullable=False),
    Column("county_id", BIG_ID, nullable=False),
    Column("day", Day()),
    Column("channel", Word(Channel)),
    Column("source_message_id", BigInteger),
    Column("state", Word(PlannedState), nullable=False),
    Column("replaces", BIG_ID),
    moment_or_none("noted_at"),
    Column("reminded_for", Day()),
    Column("asked_for", Day()),
    Column("contact_id", BIG_ID, ForeignKey("contact.id")),
    of_campaign("person_id", "person"),
    of_campaign("county_id", "unit"),
    UniqueConstraint("offer", "county_id"),
)
# Written out, not bound: a partial index answers only a query that repeats its condition word for word.
still_planned = planned_contact.c.state == literal_column("'open'")
for _name, _columns in (("open", ("day",)), ("own", ("person_id", "day"))):
    Index(
        f"ix_planned_contact_{_name}",
        planned_contact.c.campaign_id,
        *(planned_contact.c[column] for column in _columns),
        sqlite_where=still_planned,
        postgresql_where=still_planned,
    )
became = planned_contact.c.contact_id.is_not(None)
Index(
    "ix_planned_contact_became",
    planned_contact.c.contact_id,
    sqlite_where=became,
    postgresql_where=became,
)
