"""Campaigns, every version of their rules, and the numbers their records were given last."""

from sqlalchemy import Column, Integer, String, Table, Text

from storage.columns import campaign_id, metadata, moment

campaign = Table(
    "campaign",
    metadata,
    Column("id", String(60), primary_key=True),
    Column("version", Integer, nullable=False),
    moment("loaded_at"),
    # By which rules its issues are filed; none: by none yet.
    Column("filed_by", String(16)),
)

campaign_version = Table(
    "campaign_version",
    metadata,
    campaign_id(primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("definition", Text, nullable=False),
    moment("loaded_at"),
)

numbers = Table(
    "numbers",
    metadata,
    campaign_id(primary_key=True),
    Column("contacts", Integer, nullable=False),
    Column("issues", Integer, nullable=False),
    Column("practices", Integer, nullable=False),
    comment="The last number given to each kind of record. Locking the row keeps savers in line.",
)
