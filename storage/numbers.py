"""The numbers that people call records by: one row a kind and campaign, given out in the commit."""

from typing import NamedTuple

from campaign.errors import NotFound
from storage.connection import Connection
from storage.record_queries import TAKE_NUMBERS


class Numbers(NamedTuple):
    """The last number of each kind, those just taken included."""

    contacts: int
    issues: int
    practices: int


def take_numbers(db: Connection, campaign_id: str, contacts: int, issues: int, practices: int) -> Numbers:
    """Take so many numbers of each kind. Whoever else saves in the campaign waits from here to our commit."""
    wanted = {"new_contacts": contacts, "new_issues": issues, "new_practices": practices}
    row = db.one(TAKE_NUMBERS, of=campaign_id, **wanted)
    if row is None:
        raise NotFound("campaign", campaign_id)
    return Numbers(*row)
