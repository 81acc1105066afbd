"""Credit contacts anew where a change holds from a day that is past: their pairing, and the tallies."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Select, bindparam, select

from campaign.plan import Plan
from storage.columns import Day
from storage.connection import Connection
from storage.credit import credit
from storage.numbers import take_numbers
from storage.record_queries import CREDIT_CONTACT
from storage.statements import Row
from storage.tables import contact
from storage.tallies import recount


def _contacts(*conditions: Any) -> Select[Any]:
    return select(
        contact.c.id,
        contact.c.county_id,
        contact.c.day,
        contact.c.author_id,
        contact.c.saved_at,
        contact.c.pairing_id,
    ).where(
        contact.c.campaign_id == bindparam("campaign_id"),
        contact.c.day >= bindparam("first", type_=Day()),
        contact.c.day <= bindparam("last", type_=Day()),
        *conditions,
    )


_OF_COUNTY = _contacts(contact.c.county_id == bindparam("county_id"))
_OF_AUTHOR = _contacts(contact.c.author_id == bindparam("author_id"))


def recredit_counties(db: Connection, plan: Plan, county_ids: Iterable[int], first: date) -> None:
    """Credit all contacts of some counties anew from a day on."""
    of = {"campaign_id": plan.definition.id, "first": first, "last": plan.definition.span.last}
    for county_id in county_ids:
        _recredit(db, plan, db.all(_OF_COUNTY, **of, county_id=county_id))


def recredit_author(db: Connection, plan: Plan, author_id: int, days: tuple[date, date]) -> None:
    """Credit what somebody typed of some days anew."""
    of = {"campaign_id": plan.definition.id, "first": days[0], "last": days[1]}
    # Whoever saves meanwhile waits: tallies are counted under the lock of the numbers.
    take_numbers(db, plan.definition.id, 0, 0, 0)
    _recredit(db, plan, db.all(_OF_AUTHOR, **of, author_id=author_id))


def _recredit(db: Connection, plan: Plan, rows: Iterable[Row]) -> None:
    touched = set()
    for row_id, county_id, day, author_id, saved_at, pairing_id in rows:
        held = credit(db, plan, (county_id, day), author_id, saved_at)
        if pairing_id != (held and held.id):
            db.run(CREDIT_CONTACT, of=row_id, pairing=held and held.id)
            touched.add((county_id, day))
    for county_id, day in touched:
        recount(db, plan, county_id, day)
