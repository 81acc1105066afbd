"""Statements that bring the roster's tables in line with a roster."""

from typing import Any

from sqlalchemy import Column, Select, Update, bindparam, case, exists, null, or_, select, update

from campaign.vocabulary import Role
from storage.columns import Day, UTCDateTime
from storage.statements import insert_into
from storage.tables import contact, experience, issue, membership, pairing, person, unit

COUNTIES = select(
    unit.c.id, unit.c.prefecture, unit.c.name, unit.c.position, unit.c.left_at, unit.c.code
).where(unit.c.campaign_id == bindparam("campaign_id"))
ADD_COUNTY = insert_into(unit, "campaign_id", "kind", "name", "prefecture", "code", "position", "first_day")
PLACE_COUNTY = (
    update(unit)
    .where(unit.c.id == bindparam("unit"))
    .values(position=bindparam("at"), left_at=null(), code=bindparam("new_code"))
)
# A county that has records stays on every list: its contacts happened.
END_COUNTY = (
    update(unit)
    .where(
        unit.c.id == bindparam("unit"),
        unit.c.left_at.is_(None),
        *(
            ~exists().where(table.c.campaign_id == unit.c.campaign_id, table.c.county_id == unit.c.id)
            for table in (contact, issue, experience)
        ),
    )
    .values(left_at=bindparam("at"))
)

PERSONS = select(person.c.id, person.c.name, person.c.title).where(
    person.c.campaign_id == bindparam("campaign_id")
)
ADD_PERSON = insert_into(person, "campaign_id", "name", "title")
MEND_TITLE = update(person).where(person.c.id == bindparam("person")).values(title=bindparam("new"))

PAIRINGS = select(pairing.c.id, pairing.c.county_id, pairing.c.liaison_id, pairing.c.contact_person_id).where(
    pairing.c.campaign_id == bindparam("campaign_id"),
    pairing.c.tier == bindparam("tier"),
    pairing.c.ended_at.is_(None),
)
ANY_PAIRING = select(pairing.c.id).where(pairing.c.campaign_id == bindparam("campaign_id")).limit(1)
# Since when those have been paired who were still paired on a day.
BEGUN = select(pairing.c.county_id, pairing.c.liaison_id, pairing.c.begun_on).where(
    pairing.c.campaign_id == bindparam("campaign_id"),
    or_(pairing.c.last_day.is_(None), pairing.c.last_day >= bindparam("day", type_=Day())),
)
ADD_PAIRING = insert_into(
    pairing,
    *("campaign_id", "county_id", "liaison_id", "contact_person_id", "tier", "since"),
    *("first_day", "begun_on"),
)
_AT, _DAY = bindparam("at", type_=UTCDateTime()), bindparam("day", type_=Day())
END_PAIRING = (
    update(pairing)
    .where(pairing.c.id == bindparam("pairing"))
    .values(
        ended_at=case((pairing.c.since > _AT, pairing.c.since), else_=_AT),
        last_day=case((pairing.c.first_day > _DAY, pairing.c.first_day), else_=_DAY),
    )
)


def _without_role(who: Column[Any], role: Role) -> Select[Any]:
    """Select the paired persons who do not hold the role that pairing gives."""
    holds = exists().where(
        membership.c.campaign_id == pairing.c.campaign_id,
        membership.c.person_id == who,
        membership.c.role == role,
        membership.c.ended_at.is_(None),
    )
    standing = (pairing.c.campaign_id == bindparam("campaign_id"), pairing.c.ended_at.is_(None))
    return select(who).distinct().where(*standing, who.is_not(None), ~holds)


def _end_role(who: Column[Any], role: Role) -> Update:
    """End the role of those who are no longer paired so."""
    paired = exists().where(
        pairing.c.campaign_id == membership.c.campaign_id,
        who == membership.c.person_id,
        pairing.c.ended_at.is_(None),
    )
    return (
        update(membership)
        .where(
            membership.c.campaign_id == bindparam("of"),
            membership.c.role == role,
            membership.c.ended_at.is_(None),
            ~paired,
        )
        .values(ended_at=bindparam("at"))
    )


NEW_LEADERS = _without_role(pairing.c.liaison_id, Role.LEADER)
NEW_CONTACT_PERSONS = _without_role(pairing.c.contact_person_id, Role.CONTACT_PERSON)
END_LEADERS = _end_role(pairing.c.liaison_id, Role.LEADER)
END_CONTACT_PERSONS = _end_role(pairing.c.contact_person_id, Role.CONTACT_PERSON)
