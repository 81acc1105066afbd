"""What counties say of the contacts that were logged of them."""

from sqlalchemy import Column, Integer, Table, Text

from campaign.county_words import Verdict
from storage.columns import BIG_ID, Word, campaign_id, metadata, moment
from storage.tables.people import of_campaign

county_word = Table(
    "county_word",
    metadata,
    campaign_id(primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("verdict", Word(Verdict), nullable=False),
    Column("words", Text, nullable=False),
    Column("person_id", BIG_ID, nullable=False),
    moment("said_at"),
    of_campaign("person_id", "person"),
)
