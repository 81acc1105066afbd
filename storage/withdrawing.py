"""Withdraw a record: its rows stay, with who and when, and no longer count."""

from dataclasses import replace
from datetime import datetime

from campaign.people import Actor
from campaign.plan import Plan
from campaign.records import SavedRecord
from storage import record_queries as sql
from storage.connection import Connection
from storage.numbers import take_numbers
from storage.tallies import recount, take_day


def withdraw(db: Connection, record: SavedRecord, actor: Actor, plan: Plan, at: datetime) -> SavedRecord:
    """Withdraw what a card saved; a second time changes nothing."""
    take_numbers(db, plan.definition.id, 0, 0, 0)
    if db.run(sql.MARK_WITHDRAWN, draft=record.draft_id, at=at):
        for statement in sql.WITHDRAW:
            db.run(statement, draft=record.draft_id, at=at, by=actor.person.id)
        _count_again(db, record, plan)
        _note(db, record, actor, plan, at)
    return withdrawn(record, at)


def withdrawn(record: SavedRecord, at: datetime) -> SavedRecord:
    """Return the record as it reads once withdrawn."""
    return replace(
        record,
        withdrawn=True,
        contacts=tuple(replace(item, withdrawn_at=item.withdrawn_at or at) for item in record.contacts),
        issues=tuple(replace(item, withdrawn_at=item.withdrawn_at or at) for item in record.issues),
        practices=tuple(replace(item, withdrawn_at=item.withdrawn_at or at) for item in record.practices),
    )


def _count_again(db: Connection, record: SavedRecord, plan: Plan) -> None:
    for contact in record.contacts:
        take_day(db, plan, contact.day, contact.channel, contact.saved_at)
    for county_id, day in {(contact.county_id, contact.day) for contact in record.contacts}:
        recount(db, plan, county_id, day)


def _note(db: Connection, record: SavedRecord, actor: Actor, plan: Plan, at: datetime) -> None:
    event = {"campaign_id": plan.definition.id, "kind": "withdraw", "actor_id": actor.person.id}
    db.many(
        sql.ADD_EVENT, ({**event, "issue_id": item.id, "result": None, "at": at} for item in record.issues)
    )
