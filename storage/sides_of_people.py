"""Which pairings are a person's: his own, and on some days those of whom he stands in for."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Select, bindparam, select, union

from storage.columns import Day
from storage.tables import pairing, stand_in


def of_person(column: ColumnElement[Any]) -> CompoundSelect[Any]:
    """Select a column of the pairings of the parameter person_id, as they stand on the parameter on_day."""
    return union(*_selects(column))


def _selects(column: ColumnElement[Any]) -> Iterator[Select[Any]]:
    # Selects of their own, since an OR over both columns would not be answered by their partial indexes.
    for who in (pairing.c.liaison_id, pairing.c.contact_person_id):
        standing = select(column).where(
            pairing.c.campaign_id == bindparam("campaign_id"), pairing.c.ended_at.is_(None)
        )
        yield standing.where(who == bindparam("person_id"))
        yield standing.where(
            stand_in.c.campaign_id == bindparam("campaign_id"),
            stand_in.c.person_id == bindparam("person_id"),
            stand_in.c.first_day <= bindparam("on_day", type_=Day()),
            stand_in.c.last_day >= bindparam("on_day", type_=Day()),
            who == stand_in.c.absent_id,
        )
