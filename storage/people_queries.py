"""Statements on the roster and the accounts."""

from sqlalchemy import and_, bindparam, case, exists, null, select, update

from campaign.vocabulary import Role
from storage.sides_of_people import of_person
from storage.statements import insert_into, insert_or_change, put_into
from storage.tables import (
    account,
    campaign_choice,
    digest,
    digest_draft,
    membership,
    pairing,
    person,
    planned_contact,
    reminder,
    unit,
)

COUNTY_KIND = "county"

_county = (unit.c.id, unit.c.name, unit.c.prefecture, unit.c.position)
_in_campaign = unit.c.campaign_id == bindparam("campaign_id")
COUNTY = select(*_county).where(_in_campaign, unit.c.id == bindparam("id"))
COUNTIES = (
    select(*_county)
    .where(_in_campaign, unit.c.kind == COUNTY_KIND, unit.c.left_at.is_(None))
    .order_by(unit.c.position, unit.c.id)
)

_liaison = person.alias("liaison")
_contact_person = person.alias("contact_person")
PAIRINGS = (
    select(
        pairing.c.id,
        *_county,
        _liaison.c.id,
        _liaison.c.name,
        _liaison.c.title,
        _contact_person.c.id,
        _contact_person.c.name,
        _contact_person.c.title,
    )
    .join(unit, unit.c.id == pairing.c.county_id)
    .join(_liaison, _liaison.c.id == pairing.c.liaison_id)
    .outerjoin(_contact_person, _contact_person.c.id == pairing.c.contact_person_id)
    .where(pairing.c.campaign_id == bindparam("campaign_id"), pairing.c.ended_at.is_(None))
    .order_by(unit.c.position, unit.c.id, pairing.c.id)
)
PAIRINGS_OF = PAIRINGS.where(pairing.c.id.in_(of_person(pairing.c.id)))

PERSON = select(person.c.id, person.c.name, person.c.title).where(
    person.c.campaign_id == bindparam("campaign_id"), person.c.name == bindparam("name")
)
PERSON_OF_ID = select(person.c.id, person.c.name, person.c.title).where(
    person.c.campaign_id == bindparam("campaign_id"), person.c.id == bindparam("person_id")
)
ADD_PERSON = insert_into(person, "campaign_id", "name", "title").returning(person.c.id)

_has_role = and_(
    membership.c.campaign_id == account.c.campaign_id,
    membership.c.person_id == account.c.person_id,
    membership.c.ended_at.is_(None),
)
_ACTORS = (
    select(
        person.c.id,
        person.c.name,
        person.c.title,
        account.c.campaign_id,
        account.c.telegram_id,
        membership.c.role,
        membership.c.county_id,
        membership.c.first_day,
        membership.c.last_day,
    )
    .join(person, person.c.id == account.c.person_id)
    .outerjoin(membership, _has_role)
    .where(account.c.bot_id == bindparam("bot_id"))
)
ACTOR = _ACTORS.where(account.c.telegram_id == bindparam("telegram_id")).order_by(
    account.c.bound_at, account.c.campaign_id
)
_admin = membership.alias("admin")
ADMINS = _ACTORS.where(
    account.c.campaign_id == bindparam("campaign_id"),
    account.c.blocked_at.is_(None),
    exists().where(
        _admin.c.campaign_id == account.c.campaign_id,
        _admin.c.person_id == account.c.person_id,
        _admin.c.role == Role.ADMIN,
        _admin.c.ended_at.is_(None),
    ),
).order_by(account.c.telegram_id)

IS_BOUND = select(account.c.telegram_id).where(
    account.c.bot_id == bindparam("bot"), account.c.person_id == bindparam("person")
)
BIND = put_into(
    account, [column.name for column in account.columns], ("bot_id", "telegram_id", "campaign_id")
)
CHOOSE = put_into(
    campaign_choice,
    [column.name for column in campaign_choice.columns],
    ("bot_id", "telegram_id", "after_message"),
)
CHOSEN = (
    select(campaign_choice.c.campaign_id)
    .where(
        campaign_choice.c.bot_id == bindparam("bot_id"),
        campaign_choice.c.telegram_id == bindparam("telegram_id"),
        campaign_choice.c.after_message < bindparam("before"),
    )
    .order_by(campaign_choice.c.after_message.desc())
    .limit(1)
)
CAMPAIGN_OF = {
    kind: select(table.c.campaign_id).where(table.c.id == bindparam("id"))
    for kind, table in (
        ("county", unit),
        ("person", person),
        ("reminder", reminder),
        ("planned", planned_contact),
        ("digest", digest),
        ("digest_draft", digest_draft),
    )
}
SET_BLOCKED = (
    update(account)
    .where(account.c.bot_id == bindparam("bot"), account.c.telegram_id == bindparam("telegram"))
    .values(blocked_at=bindparam("at"))
)
GRANT = insert_or_change(
    membership,
    ("campaign_id", "person_id", "role", "since"),
    ("campaign_id", "person_id", "role"),
    lambda new: {
        "since": case((membership.c.ended_at.is_(None), membership.c.since), else_=new.since),
        "ended_at": null(),
        "county_id": null(),
        "first_day": null(),
        "last_day": null(),
    },
)
