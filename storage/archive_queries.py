"""Statements that look records up again."""

from sqlalchemy import bindparam

from storage.record_queries import CONTACTS, LATEST_OF, PRACTICES
from storage.tables import contact, experience

_COUNTY = (
    contact.c.campaign_id == bindparam("campaign_id"),
    contact.c.county_id == bindparam("county_id"),
    contact.c.withdrawn_at.is_(None),
)
CONTACTS_ON = CONTACTS.where(*_COUNTY, contact.c.day == bindparam("day")).order_by(contact.c.number)
DRAFTS_OF_AUTHOR = LATEST_OF.limit(bindparam("limit"))
PRACTICES_OF_ALL = (
    PRACTICES.where(experience.c.campaign_id == bindparam("campaign_id"), experience.c.withdrawn_at.is_(None))
    .order_by(experience.c.number.desc())
    .limit(bindparam("limit"))
)
PRACTICES_OF_COUNTY = PRACTICES_OF_ALL.where(experience.c.county_id == bindparam("county_id"))
