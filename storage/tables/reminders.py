"""Reminders by person and day, the days on which they were made, and what people wish of them."""

from sqlalchemy import Column, Index, Table, UniqueConstraint

from campaign.reminders import ReminderState
from storage.columns import BIG_ID, Day, Json, Word, campaign_id, metadata, moment, moment_or_none, row_id
from storage.tables.people import of_campaign

reminder = Table(
    "reminder",
    metadata,
    row_id(),
    campaign_id(),
    Column("person_id", BIG_ID, nullable=False),
    Column("day", Day(), nullable=False),
    Column("state", Word(ReminderState), nullable=False),
    Column("matters", Json(), nullable=False),
    Column("muted_until", Day()),
    of_campaign("person_id", "person"),
    UniqueConstraint("campaign_id", "person_id", "day"),
    Index("ix_reminder_day", "campaign_id", "day"),
)

reminder_day = Table(
    "reminder_day",
    metadata,
    campaign_id(primary_key=True),
    Column("day", Day(), primary_key=True),
    moment("made_at"),
)

reminder_wish = Table(
    "reminder_wish",
    metadata,
    campaign_id(primary_key=True),
    Column("person_id", BIG_ID, primary_key=True),
    moment_or_none("off_since"),
    Column("not_before", Day()),
    of_campaign("person_id", "person"),
)
