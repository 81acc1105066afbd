"""Statements that look records up again."""

from sqlalchemy import BindParameter, bindparam, func, select

from storage.record_queries import CONTACTS, LATEST_OF, PRACTICES
from storage.tables import contact, experience

_COUNTY = (
    contact.c.campaign_id == bindparam("campaign_id"),
    contact.c.county_id == bindparam("county_id"),
    contact.c.withdrawn_at.is_(None),
)
CONTACT = CONTACTS.where(*_COUNTY, contact.c.number == bindparam("number"))
CONTACTS_ON = CONTACTS.where(*_COUNTY, contact.c.day == bindparam("day")).order_by(contact.c.number)
DRAFTS_OF_AUTHOR = LATEST_OF.limit(bindparam("limit"))
_LIMIT: BindParameter[int] = bindparam("limit")
_SKIP: BindParameter[int] = bindparam("skip")
CONTACTS_OF_COUNTY = (
    CONTACTS.where(*_COUNTY).order_by(contact.c.day.desc(), contact.c.id.desc()).limit(_LIMIT).offset(_SKIP)
)
_STANDING = (experience.c.campaign_id == bindparam("campaign_id"), experience.c.withdrawn_at.is_(None))
_IN_COUNTY = experience.c.county_id == bindparam("county_id")
PRACTICES_OF_ALL = (
    PRACTICES.where(*_STANDING).order_by(experience.c.number.desc()).limit(_LIMIT).offset(_SKIP)
)
PRACTICES_OF_COUNTY = PRACTICES_OF_ALL.where(_IN_COUNTY)
COUNT_PRACTICES = select(func.count()).select_from(experience).where(*_STANDING)
COUNT_PRACTICES_OF_COUNTY = COUNT_PRACTICES.where(_IN_COUNTY)
