"""Statements that look records up again."""

from sqlalchemy import BindParameter, bindparam, func, literal, select, true

from storage.record_queries import CONTACTS, LATEST_OF, PRACTICES
from storage.tables import contact, draft, experience, issue, person, unit
from storage.tables.records import standing_open

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
_ONE = select(literal(1).label("one")).subquery("one")
_LAST = (
    select(contact.c.day, contact.c.channel)
    .where(*_COUNTY)
    .order_by(contact.c.day.desc(), contact.c.id.desc())
    .limit(1)
    .subquery("last")
)
_SAME = (
    select(contact.c.number, contact.c.channel, contact.c.author_id, person.c.name)
    .join(person, person.c.id == contact.c.author_id)
    .where(*_COUNTY, contact.c.day == bindparam("day"))
    .order_by(contact.c.number.desc())
    .limit(1)
    .subquery("same")
)
_OPEN = (
    select(func.count())
    .select_from(issue)
    .where(
        issue.c.campaign_id == bindparam("campaign_id"),
        issue.c.county_id == bindparam("county_id"),
        standing_open,
    )
    .scalar_subquery()
)
SO_FAR = select(_OPEN, *_LAST.columns, *_SAME.columns).select_from(
    _ONE.outerjoin(_LAST, true()).outerjoin(_SAME, true())
)
SAID_BEFORE = (
    select(contact.c.number, unit.c.name, contact.c.day)
    .select_from(
        draft.join(contact, contact.c.draft_id == draft.c.id).join(unit, unit.c.id == contact.c.county_id)
    )
    .where(
        draft.c.campaign_id == bindparam("campaign_id"),
        draft.c.author_id == bindparam("author_id"),
        draft.c.said == bindparam("said"),
        draft.c.id != bindparam("draft_id"),
        contact.c.withdrawn_at.is_(None),
    )
    .order_by(draft.c.saved_at.desc(), contact.c.ordinal)
    .limit(1)
)
_STANDING = (experience.c.campaign_id == bindparam("campaign_id"), experience.c.withdrawn_at.is_(None))
_IN_COUNTY = experience.c.county_id == bindparam("county_id")
PRACTICES_OF_ALL = (
    PRACTICES.where(*_STANDING).order_by(experience.c.number.desc()).limit(_LIMIT).offset(_SKIP)
)
PRACTICES_OF_COUNTY = PRACTICES_OF_ALL.where(_IN_COUNTY)
CHOSEN_PRACTICES = (
    PRACTICES.where(*_STANDING, experience.c.chosen_at.is_not(None))
    .order_by(experience.c.chosen_at.desc(), experience.c.id.desc())
    .limit(_LIMIT)
)
COUNT_PRACTICES = select(func.count()).select_from(experience).where(*_STANDING)
COUNT_PRACTICES_OF_COUNTY = COUNT_PRACTICES.where(_IN_COUNTY)
