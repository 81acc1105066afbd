"""Statements on the windows of one rule: of counties, or of pairs of county and liaison; and the pairs."""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    String,
    Table,
    and_,
    bindparam,
    func,
    literal,
    literal_column,
    or_,
    select,
)

from storage.count_queries import Sides
from storage.sides import AS_OF, CAMPAIGN_ID, counties_of_person, days_between, standing
from storage.tables import contact, pair_tally, pairing, person, tally, unit
from storage.tally_queries import channel_places, run_of

_TALLY = ("window", "contacts", "days", "last_day")


def _tallied(*, paired: bool, summed: bool, of_person: bool, of_county: bool) -> Select[Any]:
    """Select (window, county, liaison, contacts, days, last day) from the tallies of a run of windows.

    summed: all windows as one, which bears the name of the last.
    """
    table = pair_tally if paired else tally
    liaison = table.c.liaison_id if paired else literal_column("0")
    key = (table.c.county_id, *((table.c.liaison_id,) if paired else ()))
    window, *numbers = _in_sum(table) if summed else [table.c[name] for name in _TALLY]
    found = select(window, table.c.county_id, liaison, *numbers).where(
        table.c.campaign_id == CAMPAIGN_ID,
        run_of(table, "from_window", "to_window"),
        *_narrowed(table.c.county_id, of_person=of_person, of_county=of_county),
    )
    return found.group_by(*key) if summed else found


def _in_sum(table: Table) -> list[ColumnElement[Any]]:
    window, contacts, days, last_day = (table.c[name] for name in _TALLY)
    return [func.max(window), func.sum(contacts), func.sum(days), func.max(last_day)]


def _counted(*, paired: bool, leader_present: bool, of_person: bool, of_county: bool) -> Select[Any]:
    """Select the same of one window from the contacts known at AS_OF."""
    liaison: tuple[ColumnElement[Any], ...] = (pairing.c.liaison_id,) if paired else ()
    numbers = (func.count(), func.count(contact.c.day.distinct()), func.max(contact.c.day))
    found = select(
        bindparam("to_window", type_=String()),
        contact.c.county_id,
        *(liaison or (literal(0),)),
        *numbers,
    ).select_from(contact)
    if paired:
        found = found.join(pairing, pairing.c.id == contact.c.pairing_id)
    if leader_present:
        found = found.where(contact.c.leader_present.is_(True))
    return found.where(
        contact.c.campaign_id == CAMPAIGN_ID,
        days_between(contact.c.day, "days"),
        contact.c.channel.in_(channel_places()),
        standing(contact, as_of=True),
        *_narrowed(contact.c.county_id, of_person=of_person, of_county=of_county),
    ).group_by(contact.c.county_id, *liaison)


def _pairs(*, as_of: bool, of_person: bool, of_county: bool) -> Select[Any]:
    """Select (county, liaison, liaison's name, since when) of the pairs that stand, now or at AS_OF."""
    stands: ColumnElement[bool] = pairing.c.ended_at.is_(None)
    if as_of:
        stands = and_(pairing.c.since <= AS_OF, or_(stands, pairing.c.ended_at > AS_OF))
    return (
        select(pairing.c.county_id, pairing.c.liaison_id, person.c.name, func.min(pairing.c.begun_on))
        .join(person, person.c.id == pairing.c.liaison_id)
        .where(
            pairing.c.campaign_id == CAMPAIGN_ID,
            stands,
            *_narrowed(pairing.c.county_id, of_person=of_person, of_county=of_county),
        )
        .group_by(pairing.c.county_id, pairing.c.liaison_id, person.c.name)
        .order_by(func.min(pairing.c.id))
    )


def _narrowed(
    county: ColumnElement[Any], *, of_person: bool, of_county: bool
) -> tuple[ColumnElement[bool], ...]:
    """Return the condition on the county: those of a person, one, or any."""
    person_s = (county.in_(counties_of_person()),) if of_person else ()
    return (*person_s, *((county == bindparam("county_id"),) if of_county else ()))


_liaison = person.alias("liaison")


def _rows(*, of_county: bool) -> Select[Any]:
    """Select the standing contacts of some days, with whose they are."""
    found = (
        select(
            contact.c.number,
            contact.c.county_id,
            unit.c.name,
            contact.c.day,
            contact.c.channel,
            contact.c.leader_present,
            person.c.name,
            pairing.c.liaison_id,
            _liaison.c.name,
        )
        .join(unit, unit.c.id == contact.c.county_id)
        .join(person, person.c.id == contact.c.author_id)
        .outerjoin(pairing, pairing.c.id == contact.c.pairing_id)
        .outerjoin(_liaison, _liaison.c.id == pairing.c.liaison_id)
        .where(
            contact.c.campaign_id == CAMPAIGN_ID,
            days_between(contact.c.day, "days"),
            contact.c.withdrawn_at.is_(None),
            *_narrowed(contact.c.county_id, of_person=False, of_county=of_county),
        )
    )
    return found.order_by(contact.c.day.desc(), contact.c.number.desc()).limit(bindparam("limit"))


TALLIED = Sides(_tallied, "paired", "summed", "of_person", "of_county")
COUNTED = Sides(_counted, "paired", "leader_present", "of_person", "of_county")
ROWS = Sides(_rows, "of_county")
PAIRS = Sides(_pairs, "as_of", "of_person", "of_county")
