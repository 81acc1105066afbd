"""Contacts that people mean to have."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date

from sqlalchemy import bindparam, select, update

from campaign.errors import NotFound
from campaign.planned import Offer, PlannedContact, PlannedState
from storage.columns import Day
from storage.connection import Connection
from storage.statements import insert_once
from storage.tables import planned_contact, unit
from storage.tables.planned import became, still_planned

_OFFERED = ("offer", "campaign_id", "person_id", "county_id", "day", "channel", "source_message_id", "state")
_ADD = insert_once(planned_contact, (*_OFFERED, "replaces"), ("offer", "county_id"))
_CHANGED = ("day", "state", "noted_at", "reminded_for", "asked_for", "contact_id")
_PUT = (
    update(planned_contact)
    .where(planned_contact.c.id == bindparam("row"))
    .values({name: bindparam(f"new_{name}") for name in _CHANGED})
)
_ALL = select(
    *(planned_contact.c[name] for name in ("id", *_OFFERED[:4])),
    unit.c.name,
    *(planned_contact.c[name] for name in (*_OFFERED[4:], "replaces", *_CHANGED[2:])),
).join(unit, unit.c.id == planned_contact.c.county_id)
_OF_OFFER = _ALL.where(planned_contact.c.offer == bindparam("offer")).order_by(planned_contact.c.id)
_campaign = planned_contact.c.campaign_id == bindparam("campaign_id")
_ONE = _ALL.where(_campaign, planned_contact.c.id == bindparam("row"))
_NEXT_FIRST = (planned_contact.c.day, planned_contact.c.id)
_OPEN = _ALL.where(
    _campaign, still_planned, planned_contact.c.day >= bindparam("since", type_=Day())
).order_by(*_NEXT_FIRST)
_OPEN_OF = _ALL.where(
    _campaign, still_planned, planned_contact.c.person_id == bindparam("person_id")
).order_by(*_NEXT_FIRST)
_REOPEN = (
    update(planned_contact)
    .where(
        planned_contact.c.campaign_id == bindparam("of_campaign"),
        planned_contact.c.contact_id == bindparam("contact"),
        became,
    )
    .values(state=PlannedState.OPEN, contact_id=None)
)


class PlannedRows:
    """Implements campaign.planned.PlannedContacts."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def offer(
        self, campaign_id: str, person_id: int, key: str, source_message_id: int, offers: Sequence[Offer]
    ) -> Sequence[PlannedContact]:
        """Store what a card offers; a second delivery returns the first ones."""
        whose = {"campaign_id": campaign_id, "person_id": person_id}
        source = {"offer": key, "source_message_id": source_message_id, "state": PlannedState.OFFERED}
        for offered in offers:
            self._db.run(_ADD, **whose, **source, **asdict(offered))
        return [PlannedContact(*row) for row in self._db.all(_OF_OFFER, offer=key)]

    def some(self, campaign_id: str, ids: Sequence[int]) -> Sequence[PlannedContact]:
        """Return plans by their ids, in their order; raise NotFound when one is missing."""
        return [self._one(campaign_id, planned_id) for planned_id in ids]

    def open_of(self, campaign_id: str, person_id: int) -> Sequence[PlannedContact]:
        """Return a person's open plans, the next day first."""
        whose = {"campaign_id": campaign_id, "person_id": person_id}
        return [PlannedContact(*row) for row in self._db.all(_OPEN_OF, **whose)]

    def open(self, campaign_id: str, since: date) -> Sequence[PlannedContact]:
        """Return all open plans of `since` and later, the next day first."""
        return [PlannedContact(*row) for row in self._db.all(_OPEN, campaign_id=campaign_id, since=since)]

    def put(self, planned: PlannedContact) -> None:
        """Store a plan's new form."""
        new = {f"new_{name}": getattr(planned, name) for name in _CHANGED}
        self._db.run(_PUT, row=planned.id, **new)

    def reopen(self, campaign_id: str, contact_ids: Sequence[int]) -> None:
        """Open what became one of these contacts again: they were withdrawn."""
        for contact_id in contact_ids:
            self._db.run(_REOPEN, of_campaign=campaign_id, contact=contact_id)

    def _one(self, campaign_id: str, planned_id: int) -> PlannedContact:
        row = self._db.one(_ONE, campaign_id=campaign_id, row=planned_id)
        if row is None:
            raise NotFound("planned", str(planned_id))
        return PlannedContact(*row)
