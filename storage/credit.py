"""Find the pairing that a contact is credited to."""

from datetime import date, datetime

from sqlalchemy import bindparam, exists, or_, select

from campaign.credit import Held, credited
from campaign.vocabulary import Role
from storage.columns import Day, UTCDateTime
from storage.connection import Connection
from storage.tables import membership, pairing

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
_IS_ADMIN = select(
    exists().where(
        membership.c.campaign_id == bindparam("campaign_id"),
        membership.c.person_id == bindparam("person_id"),
        membership.c.role == Role.ADMIN,
        membership.c.ended_at.is_(None),
    )
)


def credit(db: Connection, place: tuple[str, int, date], author_id: int, saved_at: datetime) -> Held | None:
    """Return the pairing that a contact is credited to, None when it is nobody's.

    `place`: its campaign, county and day.
    """
    campaign_id, county_id, day = place
    rows = db.all(_HELD, campaign_id=campaign_id, county_id=county_id, day=day, saved_at=saved_at)
    held = [Held._make(row) for row in rows]
    found = credited(held, author_id, admin=False)
    if found is None and len(held) == 1:
        admin = bool(db.value(_IS_ADMIN, campaign_id=campaign_id, person_id=author_id))
        return credited(held, author_id, admin=admin)
    return found
