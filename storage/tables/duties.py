"""Standing duties as they are logged: open cards, and records. Rows are withdrawn, never deleted."""

from sqlalchemy import BigInteger, Column, Index, Integer, String, Table, Text, UniqueConstraint

from storage.columns import BIG_ID, Day, Json, campaign_id, metadata, moment_or_none, row_id
from storage.tables.people import of_campaign

duty_record = Table(
    "duty_record",
    metadata,
    row_id(),
    campaign_id(),
    Column("card", String(80), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("duty", String(40), nullable=False),
    # The county that held it; a city or a person goes by name. Neither while the card asks for it.
    Column("county_id", BIG_ID),
    Column("holder", String(100), nullable=False),
    Column("day", Day()),
    Column("note", Text, nullable=False),
    Column("files", Json(), nullable=False),
    Column("author_id", BIG_ID, nullable=False),
    Column("behalf_id", BIG_ID),
    Column("chat_id", BigInteger, nullable=False),
    Column("message_id", BigInteger),
    moment_or_none("saved_at"),
    moment_or_none("withdrawn_at"),
    Column("withdrawn_by", BIG_ID),
    Column("reason", Text, nullable=False),
    UniqueConstraint("campaign_id", "card", "ordinal"),
    of_campaign("county_id", "unit"),
    of_campaign("author_id", "person"),
    of_campaign("behalf_id", "person"),
    Index("ix_duty_record_saved", "campaign_id", "saved_at", "withdrawn_at", "duty", "day"),
)
