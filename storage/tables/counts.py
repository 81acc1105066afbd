"""Counts kept in the commit that changes them: lists cost the same however many contacts there are."""

from sqlalchemy import Column, Integer, String, Table

from campaign.vocabulary import Channel
from storage.columns import BIG_ID, Day, Word, campaign_id, metadata
from storage.tables.people import of_campaign

tally = Table(
    "tally",
    metadata,
    campaign_id(primary_key=True),
    Column("window", String(80), primary_key=True),
    Column("county_id", BIG_ID, primary_key=True, autoincrement=False),
    Column("contacts", Integer, nullable=False),
    Column("days", Integer, nullable=False),
    Column("last_day", Day()),
    of_campaign("county_id", "unit"),
    sqlite_with_rowid=False,
    comment="Standing contacts of a county in a window; days counts several contacts of one day once.",
)

pair_tally = Table(
    "pair_tally",
    metadata,
    campaign_id(primary_key=True),
    Column("window", String(80), primary_key=True),
    Column("county_id", BIG_ID, primary_key=True, autoincrement=False),
    Column("liaison_id", BIG_ID, primary_key=True, autoincrement=False),
    Column("contacts", Integer, nullable=False),
    Column("days", Integer, nullable=False),
    Column("last_day", Day()),
    of_campaign("county_id", "unit"),
    of_campaign("liaison_id", "person"),
    sqlite_with_rowid=False,
    comment="Standing contacts of a county in a window that are credited to a liaison.",
)

day_tally = Table(
    "day_tally",
    metadata,
    campaign_id(primary_key=True),
    Column("day", Day(), primary_key=True),
    Column("saved_on", Day(), primary_key=True),
    Column("channel", Word(Channel), primary_key=True),
    Column("contacts", Integer, nullable=False),
    sqlite_with_rowid=False,
    comment="Standing contacts of all counties by their day, the day they were saved on, and channel.",
)
