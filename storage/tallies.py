"""Keep the tallies true: add a step, recount what a withdrawal touched, rebuild after a change of rules."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from sqlalchemy import BindParameter, Insert, String, bindparam, case, delete, func, select, update

from campaign.days import DAY
from campaign.plan import Plan
from campaign.tallies import TallyKey, TallyStep
from campaign.vocabulary import Channel
from storage.columns import Day
from storage.connection import Connection
from storage.statements import insert_or_change
from storage.tables import contact, day_tally, tally

_KEY = ("campaign_id", "window", "county_id")
_COLUMNS = (*_KEY, "contacts", "days", "last_day")
_ADD = insert_or_change(
    tally,
    _COLUMNS,
    _KEY,
    lambda new: {
        "contacts": tally.c.contacts + new.contacts,
        "days": tally.c.days + new.days,
        "last_day": case((tally.c.last_day > new.last_day, tally.c.last_day), else_=new.last_day),
    },
)
_DAY_KEY = ("campaign_id", "day", "saved_on", "channel")
_ADD_DAY = insert_or_change(
    day_tally,
    (*_DAY_KEY, "contacts"),
    _DAY_KEY,
    lambda new: {"contacts": day_tally.c.contacts + new.contacts},
)
_TAKE_DAY = (
    update(day_tally)
    .where(*(day_tally.c[name] == bindparam(f"of_{name}") for name in _DAY_KEY))
    .values(contacts=day_tally.c.contacts - 1)
)
_DROP = delete(tally).where(tally.c.campaign_id == bindparam("campaign_id"))
_DROP_ONE = _DROP.where(tally.c.window == bindparam("window"), tally.c.county_id == bindparam("county_id"))
_DROP_DAYS = delete(day_tally).where(day_tally.c.campaign_id == bindparam("campaign_id"))

# As many places as there are channels: a rule with fewer repeats one, so that the text never changes.
CHANNEL_PLACES = tuple(f"channel_{place}" for place in range(len(Channel)))


def channel_params(channels: tuple[Channel, ...]) -> dict[str, Channel]:
    """Return the parameters of a `channel IN (...)` over CHANNEL_PLACES."""
    padded = (*channels, *(channels[-1:] * (len(CHANNEL_PLACES) - len(channels))))
    return dict(zip(CHANNEL_PLACES, padded, strict=True))


def channel_places() -> list[BindParameter[Any]]:
    """Return the parameters that channel_params fills."""
    return [bindparam(place, type_=contact.c.channel.type) for place in CHANNEL_PLACES]


def _recount(*, one_county: bool) -> Insert:
    source = (
        select(
            contact.c.campaign_id,
            bindparam("window", type_=String()),
            contact.c.county_id,
            func.count(),
            func.count(contact.c.day.distinct()),
            func.max(contact.c.day),
        )
        .where(
            contact.c.campaign_id == bindparam("campaign_id"),
            contact.c.day >= bindparam("first", type_=Day()),
            contact.c.day < bindparam("after", type_=Day()),
            contact.c.channel.in_(channel_places()),
            contact.c.withdrawn_at.is_(None),
        )
        .group_by(contact.c.campaign_id, contact.c.county_id)
    )
    if one_county:
        source = source.where(contact.c.county_id == bindparam("county_id"))
    return tally.insert().inline().from_select(_COLUMNS, source)


_COUNT_ALL = _recount(one_county=False)
_COUNT_ONE = _recount(one_county=True)
_STANDING = select(contact.c.day, contact.c.channel, contact.c.saved_at).where(
    contact.c.campaign_id == bindparam("campaign_id"), contact.c.withdrawn_at.is_(None)
)


def add_steps(db: Connection, campaign_id: str, steps: Iterable[tuple[int, TallyStep]]) -> None:
    """Add what new contacts count for; each step with its county's id."""
    db.many(
        _ADD,
        (
            {
                "campaign_id": campaign_id,
                "window": step.window,
                "county_id": county_id,
                "contacts": step.contacts,
                "days": step.days,
                "last_day": step.day,
            }
            for county_id, step in steps
        ),
    )


def add_days(db: Connection, plan: Plan, contacts: Iterable[tuple[date, Channel, datetime]]) -> None:
    """Count contacts, each a (day, channel, moment saved), in the campaign's tally of days."""
    counter = Counter((day, plan.today(saved_at), channel) for day, channel, saved_at in contacts)
    db.many(_ADD_DAY, _day_rows(plan.definition.id, counter))


def _day_rows(campaign_id: str, counter: Counter[tuple[date, date, Channel]]) -> Iterator[dict[str, Any]]:
    for (day, saved_on, channel), contacts in counter.items():
        yield {
            "campaign_id": campaign_id,
            "day": day,
            "saved_on": saved_on,
            "channel": channel,
            "contacts": contacts,
        }


def take_day(db: Connection, plan: Plan, day: date, channel: Channel, saved_at: datetime) -> None:
    """Take a withdrawn contact out of the campaign's tally of days."""
    db.run(
        _TAKE_DAY,
        of_campaign_id=plan.definition.id,
        of_day=day,
        of_saved_on=plan.today(saved_at),
        of_channel=channel,
    )


def recount(db: Connection, plan: Plan, county_id: int, day: date) -> None:
    """Count one county anew in every window that a day belongs to."""
    for key in plan.tally_keys(day):
        place = {"campaign_id": plan.definition.id, "window": key.window, "county_id": county_id}
        db.run(_DROP_ONE, **place)
        db.run(_COUNT_ONE, **place, **_span(key))


def rebuild_tallies(db: Connection, plan: Plan) -> None:
    """Count a whole campaign anew, after a change of its rules."""
    campaign_id = plan.definition.id
    db.run(_DROP, campaign_id=campaign_id)
    db.run(_DROP_DAYS, campaign_id=campaign_id)
    for key in _every_key(plan):
        db.run(_COUNT_ALL, campaign_id=campaign_id, window=key.window, **_span(key))
    rows = db.all(_STANDING, campaign_id=campaign_id)
    add_days(db, plan, ((day, channel, saved_at) for day, channel, saved_at in rows))


def _every_key(plan: Plan) -> Iterable[TallyKey]:
    span = plan.definition.span
    days = (span.first + DAY * number for number in range(len(span)))
    return {key.window: key for day in days for key in plan.tally_keys(day)}.values()


def _span(key: TallyKey) -> dict[str, Any]:
    return {"first": key.days.first, "after": key.days.after, **channel_params(key.channels)}
