"""Keep the tallies true: add a step, recount what a withdrawal touched, rebuild after a change of rules."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from campaign.days import DAY
from campaign.plan import Plan
from campaign.tallies import TallyKey, TallyStep
from campaign.vocabulary import Channel
from storage import tally_queries as sql
from storage.connection import Connection


def add_steps(db: Connection, campaign_id: str, steps: Iterable[tuple[int, TallyStep]]) -> None:
    """Add what new contacts count for; each step with its county's id."""
    rows, of_pairs = [], []
    for county_id, step in steps:
        row = {
            "campaign_id": campaign_id,
            "window": step.window,
            "county_id": county_id,
            "contacts": step.contacts,
            "days": step.days,
            "last_day": step.day,
        }
        if step.liaison_id is None:
            rows.append(row)
        else:
            of_pairs.append({**row, "liaison_id": step.liaison_id})
    db.many(sql.ADD, rows)
    db.many(sql.ADD_PAIR, of_pairs)


def add_days(db: Connection, plan: Plan, contacts: Iterable[tuple[date, Channel, datetime]]) -> None:
    """Count contacts, each a (day, channel, moment saved), in the campaign's tally of days."""
    counter = Counter((day, plan.today(saved_at), channel) for day, channel, saved_at in contacts)
    db.many(sql.ADD_DAY, _day_rows(plan.definition.id, counter))


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
        sql.TAKE_DAY,
        of_campaign_id=plan.definition.id,
        of_day=day,
        of_saved_on=plan.today(saved_at),
        of_channel=channel,
    )


def recount(db: Connection, plan: Plan, county_id: int, day: date) -> None:
    """Count one county anew in every window that a day belongs to."""
    for key in plan.tally_keys(day):
        place = {"campaign_id": plan.definition.id, "window": key.window, "county_id": county_id}
        db.run(sql.drop_one(paired=key.paired), **place)
        count = sql.count_again(paired=key.paired, leader_present=key.leader_present, one_county=True)
        db.run(count, **place, **_span(key))


def rebuild_tallies(db: Connection, plan: Plan) -> None:
    """Count a whole campaign anew, after a change of its rules."""
    campaign_id = plan.definition.id
    for statement in sql.DROP_ALL:
        db.run(statement, campaign_id=campaign_id)
    for key in _every_key(plan):
        _count_all(db, plan, key)
    rows = db.all(sql.STANDING, campaign_id=campaign_id)
    add_days(db, plan, ((day, channel, saved_at) for day, channel, saved_at in rows))


def _count_all(db: Connection, plan: Plan, key: TallyKey) -> None:
    """Count a window of all counties; a daily one stands for all days of its rule."""
    span = _span(key)
    if key.daily:
        span |= {"first": plan.definition.span.first, "after": plan.definition.span.after}
    count = sql.count_again(
        paired=key.paired, leader_present=key.leader_present, one_county=False, daily=key.daily
    )
    db.run(count, campaign_id=plan.definition.id, window=_name(key), **span)


def _name(key: TallyKey) -> str:
    """Return a window's name; of a daily one, what its days' names begin with."""
    return key.window.removesuffix(str(key.days.first)) if key.daily else key.window


def _every_key(plan: Plan) -> Iterable[TallyKey]:
    span = plan.definition.span
    days = (span.first + DAY * number for number in range(len(span)))
    return {(_name(key), key.paired): key for day in days for key in plan.tally_keys(day)}.values()


def _span(key: TallyKey) -> dict[str, Any]:
    return {"first": key.days.first, "after": key.days.after, **sql.channel_params(key.channels)}
