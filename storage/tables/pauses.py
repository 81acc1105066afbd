"""Pauses of counties. A pause that was ended early keeps its first day and its reason."""

from sqlalchemy import Column, Index, Table, Text

from storage.columns import BIG_ID, Day, campaign_id, metadata, row_id
from storage.tables.people import of_campaign

pause = Table(
    "pause",
    metadata,
    row_id(),
    campaign_id(),
    Column("county_id", BIG_ID, nullable=False),
    Column("first_day", Day(), nullable=False),
    # The first day after it; none while nobody has said when it ends.
    Column("after_day", Day()),
    Column("reason", Text, nullable=False),
    of_campaign("county_id", "unit"),
    Index("ix_pause_after", "campaign_id", "after_day"),
)
