"""The interface languages that people chose."""

from sqlalchemy import Column, Table

from campaign.languages import Language
from storage.columns import BIG_ID, Word, campaign_id, metadata
from storage.tables.people import of_campaign

person_language = Table(
    "person_language",
    metadata,
    campaign_id(primary_key=True),
    Column("person_id", BIG_ID, primary_key=True),
    Column("language", Word(Language), nullable=False),
    of_campaign("person_id", "person"),
)
