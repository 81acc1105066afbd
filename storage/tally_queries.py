"""Statements that count contacts into tallies: of one county or all, of counties or of pairs."""

from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Delete,
    Insert,
    String,
    Table,
    and_,
    bindparam,
    case,
    cast,
    delete,
    func,
    select,
    update,
)

from campaign.vocabulary import Channel
from storage.columns import Day
from storage.statements import Upsert, insert_or_change
from storage.tables import contact, day_tally, pair_tally, pairing, tally

KEY = ("campaign_id", "window", "county_id")
PAIR_KEY = (*KEY, "liaison_id")
_NUMBERS = ("contacts", "days", "last_day")
_TABLES = {False: (tally, KEY), True: (pair_tally, PAIR_KEY)}


def _add(*, paired: bool) -> Upsert:
    table, key = _TABLES[paired]
    return insert_or_change(
        table,
        (*key, *_NUMBERS),
        key,
        lambda new: {
            "contacts": table.c.contacts + new.contacts,
            "days": table.c.days + new.days,
            "last_day": case((table.c.last_day > new.last_day, table.c.last_day), else_=new.last_day),
        },
    )


ADD, ADD_PAIR = _add(paired=False), _add(paired=True)
_DAY_KEY = ("campaign_id", "day", "saved_on", "channel")
ADD_DAY = insert_or_change(
    day_tally,
    (*_DAY_KEY, "contacts"),
    _DAY_KEY,
    lambda new: {"contacts": day_tally.c.contacts + new.contacts},
)
TAKE_DAY = (
    update(day_tally)
    .where(*(day_tally.c[name] == bindparam(f"of_{name}") for name in _DAY_KEY))
    .values(contacts=day_tally.c.contacts - 1)
)
DROP_ALL = tuple(
    delete(table).where(table.c.campaign_id == bindparam("campaign_id"))
    for table in (tally, pair_tally, day_tally)
)
STANDING = select(contact.c.day, contact.c.channel, contact.c.saved_at).where(
    contact.c.campaign_id == bindparam("campaign_id"), contact.c.withdrawn_at.is_(None)
)

# As many places as there are channels: a rule with fewer repeats one, so that the text never changes.
CHANNEL_PLACES = tuple(f"channel_{place}" for place in range(len(Channel)))


def channel_params(channels: tuple[Channel, ...]) -> dict[str, Channel]:
    """Return the parameters of a `channel IN (...)` over CHANNEL_PLACES."""
    padded = (*channels, *(channels[-1:] * (len(CHANNEL_PLACES) - len(channels))))
    return dict(zip(CHANNEL_PLACES, padded, strict=True))


def channel_places() -> list[BindParameter[Any]]:
    """Return the parameters that channel_params fills."""
    return [bindparam(place, type_=contact.c.channel.type) for place in CHANNEL_PLACES]


def run_of(table: Table, first: str, last: str) -> ColumnElement[bool]:
    """Return whether a tally's window is one of those from a parameter to another.

    Some collations look past the signs between a rule's id and the day: all begin like the parameter HEAD.
    """
    head = bindparam("head", type_=String())
    alike = func.substr(table.c.window, 1, func.length(head)) == head
    return and_(table.c.window.between(bindparam(first), bindparam(last)), alike)


@cache
def drop_one(*, paired: bool) -> Delete:
    """Return what drops a county's tallies of one window."""
    table, _ = _TABLES[paired]
    return delete(table).where(*(table.c[name] == bindparam(name) for name in KEY))


@cache
def count_again(*, paired: bool, leader_present: bool, one_county: bool, daily: bool = False) -> Insert:
    """Return what counts the contacts of the days `first` to before `after` into a window's tallies.

    daily: into one window a day, whose names are `window` with the day behind it.
    """
    table, key = _TABLES[paired]
    window: ColumnElement[Any] = bindparam("window", type_=String())
    by = [contact.c.campaign_id, contact.c.county_id]
    if daily:
        window = window.concat(cast(contact.c.day, String()))
        by.append(contact.c.day)
    of = [pairing.c.liaison_id] if paired else []
    numbers = (func.count(), func.count(contact.c.day.distinct()), func.max(contact.c.day))
    source = select(contact.c.campaign_id, window, contact.c.county_id, *of, *numbers)
    if paired:
        source = source.join(pairing, pairing.c.id == contact.c.pairing_id)
    conditions: list[ColumnElement[bool]] = [contact.c.leader_present.is_(True)] if leader_present else []
    conditions += [contact.c.county_id == bindparam("county_id")] if one_county else []
    source = source.where(
        contact.c.campaign_id == bindparam("campaign_id"),
        contact.c.day >= bindparam("first", type_=Day()),
        contact.c.day < bindparam("after", type_=Day()),
        contact.c.channel.in_(channel_places()),
        contact.c.withdrawn_at.is_(None),
        *conditions,
    ).group_by(*by, *of)
    return table.insert().inline().from_select((*key, *_NUMBERS), source)
