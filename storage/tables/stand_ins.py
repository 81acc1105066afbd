"""Who stood in for whom, and when. One that ended early keeps its first day."""

from sqlalchemy import Column, Index, Table

from storage.columns import BIG_ID, Day, campaign_id, metadata, moment, row_id
from storage.tables.people import of_campaign

stand_in = Table(
    "stand_in",
    metadata,
    row_id(),
    campaign_id(),
    Column("absent_id", BIG_ID, nullable=False),
    Column("person_id", BIG_ID, nullable=False),
    Column("first_day", Day(), nullable=False),
    Column("last_day", Day(), nullable=False),
    # From when on it was known: what was saved before is credited without it.
    moment("since"),
    of_campaign("absent_id", "person"),
    of_campaign("person_id", "person"),
    Index("ix_stand_in_person", "campaign_id", "person_id", "last_day"),
)
