"""The names printed beside each county, kept on its row in the commit that changes its pairings."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import bindparam, select, update

from storage.connection import Connection
from storage.tables import pairing, person, unit

# The ideographic comma, with which Chinese joins names.
COMMA = "\u3001"

_liaison, _contact_person = person.alias("liaison"), person.alias("contact_person")
_PAIRED = (
    select(pairing.c.county_id, _liaison.c.name, _contact_person.c.name)
    .join(_liaison, _liaison.c.id == pairing.c.liaison_id)
    .outerjoin(_contact_person, _contact_person.c.id == pairing.c.contact_person_id)
    .where(pairing.c.campaign_id == bindparam("campaign_id"), pairing.c.ended_at.is_(None))
    .order_by(pairing.c.id)
)
_PRINTED = select(unit.c.id, unit.c.liaisons, unit.c.contact_persons).where(
    unit.c.campaign_id == bindparam("campaign_id")
)
_PRINT = (
    update(unit)
    .where(unit.c.id == bindparam("unit"))
    .values(liaisons=bindparam("first"), contact_persons=bindparam("second"))
)


def refresh_names(db: Connection, campaign_id: str) -> None:
    """Print the liaisons and contact persons of each county anew, in the order of their pairings."""
    liaisons, contact_persons = defaultdict(list), defaultdict(list)
    for county_id, liaison, contact_person in db.all(_PAIRED, campaign_id=campaign_id):
        liaisons[county_id].append(liaison)
        contact_persons[county_id].append(contact_person)
    rows = []
    for county_id, *printed in db.all(_PRINTED, campaign_id=campaign_id):
        names = [_joined(liaisons[county_id]), _joined(contact_persons[county_id])]
        if names != printed:
            rows.append({"unit": county_id, "first": names[0], "second": names[1]})
    db.many(_PRINT, rows)


def _joined(names: Iterable[str | None]) -> str | None:
    return COMMA.join(dict.fromkeys(name for name in names if name)) or None
