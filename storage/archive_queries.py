"""Statements that look records up again."""

from sqlalchemy import bindparam, select

from storage.record_queries import CONTACTS, LATEST_OF, PRACTICES
from storage.tables import attachment, contact, experience

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
PHOTOS = (
    select(attachment.c.file_id)
    .where(attachment.c.draft_id == bindparam("draft_id"))
    .order_by(attachment.c.ordinal)
)
PHOTOS_OF_COUNTY = (
    select(attachment.c.file_id)
    .where(attachment.c.draft_id.in_(select(contact.c.draft_id).where(*_COUNTY)))
    .order_by(attachment.c.saved_at.desc(), attachment.c.draft_id, attachment.c.ordinal)
    .limit(bindparam("limit"))
)
