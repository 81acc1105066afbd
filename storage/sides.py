"""Two answers to the same questions: from the tallies (now), and from the records as known at a moment.

Both sides of a question are selects of the same columns, so one statement around them serves either.
"""

from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    FromClause,
    Select,
    Table,
    and_,
    bindparam,
    case,
    func,
    or_,
    select,
)

from storage.columns import Day, UTCDateTime
from storage.tables import contact, day_tally, pairing, tally
from storage.tallies import channel_places

CAMPAIGN_ID: BindParameter[str] = bindparam("campaign_id")
AS_OF = bindparam("as_of", type_=UTCDateTime())
WINDOWS = ("campaign_window", "period_window", "quota_window")


def counties_of_person() -> Select[Any]:
    """Select the ids of the counties with which a person is paired."""
    return select(pairing.c.county_id).where(
        pairing.c.campaign_id == CAMPAIGN_ID,
        pairing.c.ended_at.is_(None),
        or_(
            pairing.c.liaison_id == bindparam("person_id"),
            pairing.c.contact_person_id == bindparam("person_id"),
        ),
    )


def days_between(column: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    """Return whether a day lies in the span given by the parameters NAME_first and NAME_after."""
    first, after = (bindparam(f"{name}_{end}", type_=Day()) for end in ("first", "after"))
    return and_(column >= first, column < after)


def standing(table: Table, *, as_of: bool) -> ColumnElement[bool]:
    """Return whether a record stands, now or as known at AS_OF."""
    if not as_of:
        return table.c.withdrawn_at.is_(None)
    return and_(table.c.saved_at <= AS_OF, or_(table.c.withdrawn_at.is_(None), table.c.withdrawn_at > AS_OF))


def county_side(*, as_of: bool, of_person: bool) -> FromClause:
    """Select each county's counts: in the campaign, the two-month window and the quota's window."""
    source = _counties_as_of() if as_of else _counties_by_tally()
    if of_person:
        source = source.where(source.selected_columns.county_id.in_(counties_of_person()))
    return source.subquery("counted")


def _counties_by_tally() -> Select[Any]:
    def at(window: str, column: ColumnElement[Any]) -> ColumnElement[Any]:
        return func.max(case((tally.c.window == bindparam(window), column)))

    campaign_window, period_window, quota_window = WINDOWS
    return (
        select(
            tally.c.county_id,
            at(campaign_window, tally.c.contacts).label("contacts"),
            at(campaign_window, tally.c.last_day).label("last_day"),
            at(period_window, tally.c.contacts).label("period_contacts"),
            at(quota_window, tally.c.contacts).label("quota_contacts"),
            at(quota_window, tally.c.days).label("quota_days"),
        )
        .where(
            tally.c.campaign_id == CAMPAIGN_ID,
            tally.c.window.in_([bindparam(name, type_=tally.c.window.type) for name in WINDOWS]),
        )
        .group_by(tally.c.county_id)
    )


def _counties_as_of() -> Select[Any]:
    counts = and_(days_between(contact.c.day, "quota"), contact.c.channel.in_(channel_places()))
    in_period = days_between(contact.c.day, "period")
    return (
        select(
            contact.c.county_id,
            func.count().label("contacts"),
            func.max(contact.c.day).label("last_day"),
            func.count(case((in_period, 1))).label("period_contacts"),
            func.count(case((counts, 1))).label("quota_contacts"),
            func.count(case((counts, contact.c.day)).distinct()).label("quota_days"),
        )
        .where(
            contact.c.campaign_id == CAMPAIGN_ID,
            days_between(contact.c.day, "campaign"),
            standing(contact, as_of=True),
        )
        .group_by(contact.c.county_id)
    )


def channel_side(*, as_of: bool) -> Select[Any]:
    """Select contacts by channel, of the days of the parameters days_first and days_after."""
    table = contact if as_of else day_tally
    count = func.count() if as_of else func.sum(day_tally.c.contacts)
    source = select(table.c.channel, count.label("contacts")).where(
        table.c.campaign_id == CAMPAIGN_ID, days_between(table.c.day, "days")
    )
    if as_of:
        source = source.where(standing(contact, as_of=True))
    return source.group_by(table.c.channel)
