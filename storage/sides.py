"""Two answers to the same questions: from the tallies (now), and from the records as known at a moment.

Both sides of a question give the same columns, so that one statement around them serves either.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    CompoundSelect,
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
from storage.sides_of_people import of_person
from storage.tables import contact, day_tally, pairing, tally, unit
from storage.tally_queries import channel_places, run_of

CAMPAIGN_ID: BindParameter[str] = bindparam("campaign_id")
SINCE: BindParameter[datetime] = bindparam("since", type_=UTCDateTime())
AS_OF: BindParameter[datetime] = bindparam("as_of", type_=UTCDateTime())


@dataclass(frozen=True)
class CountySide:
    """Counts beside each county of `unit`: how to join them, and their columns; null stands for none."""

    beside: Callable[[FromClause], FromClause]
    contacts: ColumnElement[Any]
    last_day: ColumnElement[Any]
    period_contacts: ColumnElement[Any]
    quota_contacts: ColumnElement[Any]
    quota_days: ColumnElement[Any]
    quota_last_day: ColumnElement[Any]


def counties_of_person() -> CompoundSelect[Any]:
    """Select the ids of the counties with which a person is paired, or whom he stands in for is."""
    return of_person(pairing.c.county_id)


def days_between(column: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    """Return whether a day lies in the span given by the parameters NAME_first and NAME_after."""
    first, after = (bindparam(f"{name}_{end}", type_=Day()) for end in ("first", "after"))
    return and_(column >= first, column < after)


def standing(table: Table, *, as_of: bool) -> ColumnElement[bool]:
    """Return whether a record stands, now or as known at AS_OF."""
    if not as_of:
        return table.c.withdrawn_at.is_(None)
    return and_(table.c.saved_at <= AS_OF, or_(table.c.withdrawn_at.is_(None), table.c.withdrawn_at > AS_OF))


def tally_side(*, rolling: bool) -> CountySide:
    """Return the counts as the tallies keep them: three look-ups a county, however many its contacts.

    rolling: the quota's window is a run of tallies, one a day.
    """
    period, whole = (tally.alias(name) for name in ("period", "campaign"))
    quota = _run_of_days() if rolling else tally.alias("quota")

    def beside(counties: FromClause) -> FromClause:
        for window in (period, whole):
            counties = counties.outerjoin(window, _of_window(window, window.name))
        of_county = quota.c.county_id == unit.c.id
        return counties.outerjoin(quota, of_county if rolling else _of_window(quota, "quota"))

    quota_columns = (quota.c.contacts, quota.c.days, quota.c.last_day)
    return CountySide(beside, whole.c.contacts, whole.c.last_day, period.c.contacts, *quota_columns)


def _run_of_days() -> FromClause:
    return (
        select(
            tally.c.county_id,
            func.sum(tally.c.contacts).label("contacts"),
            func.sum(tally.c.days).label("days"),
            func.max(tally.c.last_day).label("last_day"),
        )
        .where(
            tally.c.campaign_id == CAMPAIGN_ID,
            run_of(tally, "quota_from", "quota_window"),
        )
        .group_by(tally.c.county_id)
        .subquery("run")
    )


def _of_window(window: FromClause, name: str) -> ColumnElement[bool]:
    return and_(
        window.c.campaign_id == CAMPAIGN_ID,
        window.c.window == bindparam(f"{name}_window"),
        window.c.county_id == unit.c.id,
    )


def as_of_side(*, of_person: bool, leader_present: bool) -> CountySide:
    """Return the counts as the contacts known at AS_OF give them: one pass over a covering index.

    leader_present: the quota counts only where the leader was.
    """
    in_period = days_between(contact.c.day, "period")
    in_quota = and_(days_between(contact.c.day, "quota"), contact.c.channel.in_(channel_places()))
    if leader_present:
        in_quota = and_(in_quota, contact.c.leader_present.is_(True))
    counts = {
        "contacts": func.count(),
        "last_day": func.max(contact.c.day),
        "period_contacts": func.count(case((in_period, 1))),
        "quota_contacts": func.count(case((in_quota, 1))),
        "quota_days": func.count(case((in_quota, contact.c.day)).distinct()),
        "quota_last_day": func.max(case((in_quota, contact.c.day))),
    }
    counted = (
        select(contact.c.county_id, *(count.label(name) for name, count in counts.items()))
        .where(
            contact.c.campaign_id == CAMPAIGN_ID,
            days_between(contact.c.day, "campaign"),
            standing(contact, as_of=True),
        )
        .group_by(contact.c.county_id)
    )
    if of_person:
        counted = counted.where(contact.c.county_id.in_(counties_of_person()))
    side = counted.subquery("counted")
    return CountySide(
        lambda counties: counties.outerjoin(side, side.c.county_id == unit.c.id),
        *(side.c[name] for name in counts),
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


def late_side(*, as_of: bool) -> Select[Any]:
    """Select the number of contacts of a day before BEFORE that were saved after SINCE."""
    before = bindparam("before", type_=Day())
    late = (
        select(func.count().label("contacts"))
        .select_from(contact)
        .where(
            contact.c.campaign_id == CAMPAIGN_ID,
            contact.c.day < before,
            contact.c.saved_at > SINCE,
            standing(contact, as_of=as_of),
        )
    )
    return late if as_of else _late_by_tally(late, before)


def _late_by_tally(late: Select[Any], before: BindParameter[Any]) -> Select[Any]:
    """Count the rest of SINCE's own day by contact, and all later days by tally."""
    that_day = late.where(contact.c.saved_at < bindparam("next_day", type_=UTCDateTime()))
    later_days = select(func.coalesce(func.sum(day_tally.c.contacts), 0)).where(
        day_tally.c.campaign_id == CAMPAIGN_ID,
        day_tally.c.saved_on > bindparam("since_day", type_=Day()),
        day_tally.c.day < before,
    )
    return select((that_day.scalar_subquery() + later_days.scalar_subquery()).label("contacts"))
