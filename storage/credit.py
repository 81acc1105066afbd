"""Find the pairing that a contact is credited to."""

from datetime import date, datetime

from sqlalchemy import bindparam, exists, or_, select

from campaign.credit import Held, credited
from campaign.plan import Plan
from campaign.vocabulary import Role
from storage.columns import Day, UTCDateTime
from storage.connection import Connection
from storage.tables import membership, pairing, stand_in

# Known when the contact was saved: a hand-over later on that day takes nothing away.
_HELD = (
    select(pairing.c.id, pairing.c.liaison_id, pairing.c.contact_person_id, pairing.c.first_day)
    .where(
        pairing.c.campaign_id == bindparam("campaign_id"),
        pairing.c.county_id == bindparam("county_id"),
        pairing.c.since <= bindparam("saved_at", type_=UTCDateTime()),
        pairing.c.first_day <= bindparam("day", type_=Day()),
        or_(pairing.c.last_day.is_(None), pairing.c.last_day >= bindparam("day", type_=Day())),
    )
    .order_by(pairing.c.id)
)
_STANDS_FOR = select(stand_in.c.absent_id).where(
    stand_in.c.campaign_id == bindparam("campaign_id"),
    stand_in.c.person_id == bindparam("person_id"),
    stand_in.c.since <= bindparam("saved_at", type_=UTCDateTime()),
    stand_in.c.first_day <= bindparam("day", type_=Day()),
    stand_in.c.last_day >= bindparam("day", type_=Day()),
)
# When the contact was saved: a correction takes nothing from what an admin of that time typed.
_WAS_ADMIN = select(
    exists().where(
        membership.c.campaign_id == bindparam("campaign_id"),
        membership.c.person_id == bindparam("person_id"),
        membership.c.role == Role.ADMIN,
        membership.c.since <= bindparam("saved_at", type_=UTCDateTime()),
        or_(membership.c.ended_at.is_(None), membership.c.ended_at > bindparam("saved_at")),
        or_(membership.c.first_day.is_(None), membership.c.first_day <= bindparam("saved_on", type_=Day())),
        or_(membership.c.last_day.is_(None), membership.c.last_day >= bindparam("saved_on")),
    )
)


def credit(
    db: Connection, plan: Plan, place: tuple[int, date], author_id: int, saved_at: datetime
) -> Held | None:
    """Return the pairing that a contact is credited to, None when it is nobody's.

    `place`: its county and day.
    """
    (county_id, day), of = place, {"campaign_id": plan.definition.id, "saved_at": saved_at}
    rows = db.all(_HELD, **of, county_id=county_id, day=day)
    held = [Held._make(row) for row in rows]
    found = credited(held, author_id, admin=False)
    if found is None and held:
        absent = {row[0] for row in db.all(_STANDS_FOR, **of, person_id=author_id, day=day)}
        found = credited(held, author_id, admin=False, stands_for=absent)
    if found is None and len(held) == 1:
        admin = db.value(_WAS_ADMIN, **of, person_id=author_id, saved_on=plan.today(saved_at))
        return credited(held, author_id, admin=bool(admin))
    return found
