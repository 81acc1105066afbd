"""The statements behind the counts, each for now and as of a moment."""

from itertools import product
from typing import Any

from sqlalchemy import FromClause, Select, bindparam, func, literal_column, or_, select

from storage.columns import Day, UTCDateTime
from storage.functions import joined_names
from storage.people_queries import COUNTY_KIND
from storage.sides import (
    AS_OF,
    CAMPAIGN_ID,
    channel_side,
    counties_of_person,
    county_side,
    days_between,
    standing,
)
from storage.tables import contact, experience, issue, pairing, person, unit


def _names(*, of_person: bool) -> FromClause:
    """Select each county's liaisons and contact persons, joined, in the order of their pairings."""
    liaison, contact_person = person.alias("liaison"), person.alias("contact_person")
    pairs = (
        select(
            pairing.c.county_id,
            liaison.c.name.label("liaison"),
            contact_person.c.name.label("contact_person"),
        )
        .join(liaison, liaison.c.id == pairing.c.liaison_id)
        .outerjoin(contact_person, contact_person.c.id == pairing.c.contact_person_id)
        .where(pairing.c.campaign_id == CAMPAIGN_ID, pairing.c.ended_at.is_(None))
        .order_by(pairing.c.county_id, pairing.c.id)
    )
    if of_person:
        pairs = pairs.where(pairing.c.county_id.in_(counties_of_person()))
    each = pairs.subquery("pairs")
    joined = (joined_names(each.c[who]).label(who) for who in ("liaison", "contact_person"))
    return select(each.c.county_id, *joined).group_by(each.c.county_id).subquery("names")


def _by_county(*, as_of: bool, of_person: bool) -> Select[Any]:
    counted, names = county_side(as_of=as_of, of_person=of_person), _names(of_person=of_person)

    def number(name: str) -> Any:
        return func.coalesce(counted.c[name], 0)

    counties = (
        select(
            unit.c.id,
            unit.c.name,
            unit.c.prefecture,
            names.c.liaison,
            names.c.contact_person,
            number("contacts"),
            counted.c.last_day,
            number("period_contacts"),
            number("quota_contacts"),
            number("quota_days"),
        )
        .outerjoin(names, names.c.county_id == unit.c.id)
        .outerjoin(counted, counted.c.county_id == unit.c.id)
        .where(unit.c.campaign_id == CAMPAIGN_ID, unit.c.kind == COUNTY_KIND, unit.c.left_at.is_(None))
        .order_by(unit.c.position, unit.c.id)
    )
    return counties.where(unit.c.id.in_(counties_of_person())) if of_person else counties


def _issues(*, as_of: bool) -> Select[Any]:
    stands = standing(issue, as_of=as_of)
    closed = issue.c.closed_at <= AS_OF if as_of else issue.c.closed_at.is_not(None)
    is_open = (
        or_(issue.c.closed_at.is_(None), issue.c.closed_at > AS_OF)
        if as_of
        else issue.c.state == literal_column("'open'")
    )
    today = bindparam("today", type_=Day())

    def number(*conditions: Any) -> Any:
        counted = select(func.count()).select_from(issue)
        return counted.where(issue.c.campaign_id == CAMPAIGN_ID, stands, *conditions).scalar_subquery()

    return select(
        number(days_between(issue.c.raised_on, "days")),
        number(days_between(issue.c.closed_on, "days"), closed),
        number(is_open),
        number(is_open, issue.c.due < today),
    )


def _practices(*, as_of: bool) -> Select[Any]:
    return (
        select(func.count())
        .select_from(experience)
        .where(
            experience.c.campaign_id == CAMPAIGN_ID,
            days_between(experience.c.raised_on, "days"),
            standing(experience, as_of=as_of),
        )
    )


def _late(*, as_of: bool) -> Select[Any]:
    return (
        select(func.count())
        .select_from(contact)
        .where(
            contact.c.campaign_id == CAMPAIGN_ID,
            contact.c.day < bindparam("before", type_=Day()),
            contact.c.saved_at > bindparam("since", type_=UTCDateTime()),
            standing(contact, as_of=as_of),
        )
    )


_SIDES = (False, True)
BY_COUNTY = {key: _by_county(as_of=key[0], of_person=key[1]) for key in product(_SIDES, _SIDES)}
CHANNELS = {as_of: channel_side(as_of=as_of) for as_of in _SIDES}
ISSUES = {as_of: _issues(as_of=as_of) for as_of in _SIDES}
PRACTICES = {as_of: _practices(as_of=as_of) for as_of in _SIDES}
LATE = {as_of: _late(as_of=as_of) for as_of in _SIDES}
