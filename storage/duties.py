"""Cards and records of standing duties."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, or_, select, update

from campaign.attachments import FileKind, SentFile
from campaign.duty_records import DutyNote, DutyRecord
from campaign.duty_standing import DutyDone, Holder
from campaign.errors import NotFound
from storage.connection import Connection
from storage.statements import Row, insert_into
from storage.tables import duty_record, person

_row = duty_record.c
_NOTE = ("card", "duty", "county_id", "holder", "day", "note", "files", "chat_id", "message_id")
_ADD = insert_into(duty_record, "campaign_id", "ordinal", "author_id", "reason", *_NOTE)
_SELECTED = (
    select(
        *(_row[name] for name in _NOTE),
        _row.id,
        _row.author_id,
        person.c.name,
        *(_row.behalf_id, _row.saved_at, _row.withdrawn_at, _row.withdrawn_by, _row.reason),
    )
    .join(person, person.c.id == _row.author_id)
    .where(_row.campaign_id == bindparam("campaign_id"))
)
_STANDS = (_row.saved_at.is_not(None), _row.withdrawn_at.is_(None))
_OF_CARD = _SELECTED.where(_row.card == bindparam("card")).order_by(_row.ordinal)
_OF_MESSAGE = _SELECTED.where(
    _row.chat_id == bindparam("chat_id"), _row.message_id == bindparam("message_id")
).order_by(_row.id)
_ONE = _SELECTED.where(_row.id == bindparam("record"))
_LATEST = (
    _SELECTED.where(*_STANDS, _row.duty == bindparam("duty"))
    .order_by(_row.day.desc(), _row.id.desc())
    .limit(bindparam("limit"))
)
_FILL = (
    update(duty_record)
    .where(_row.id == bindparam("record"))
    .values(county_id=bindparam("county"), holder=bindparam("name"), day=bindparam("on"))
)
_SAVE = (
    update(duty_record)
    .where(_row.id == bindparam("record"))
    .values(behalf_id=bindparam("behalf"), saved_at=bindparam("at"))
)
_END = (
    update(duty_record)
    .where(_row.id == bindparam("record"))
    .values(withdrawn_by=bindparam("who"), reason=bindparam("why"), withdrawn_at=bindparam("at"))
)


class DutyRows:
    """Implements campaign.duty_records.DutyRecords."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def open(self, campaign_id: str, notes: Sequence[DutyNote], author_id: int) -> None:
        """Store an open card."""
        for ordinal, note in enumerate(notes):
            held = {
                **{name: getattr(note, name) for name in ("card", "duty", "day", "note")},
                **{name: getattr(note, name) for name in ("chat_id", "message_id")},
                **_holder(note.holder),
                "files": [[file.kind.value, *file[1:]] for file in note.files],
            }
            of = {"campaign_id": campaign_id, "author_id": author_id}
            self._db.run(_ADD, **of, ordinal=ordinal, reason="", **held)

    def of_card(self, campaign_id: str, card: str) -> Sequence[DutyRecord]:
        """Return the lines of a card in their order."""
        return [_record(row) for row in self._db.all(_OF_CARD, campaign_id=campaign_id, card=card)]

    def of_message(self, campaign_id: str, chat_id: int, message_id: int) -> Sequence[DutyRecord]:
        """Return the lines that a message brought about."""
        message = {"chat_id": chat_id, "message_id": message_id}
        return [_record(row) for row in self._db.all(_OF_MESSAGE, campaign_id=campaign_id, **message)]

    def get(self, campaign_id: str, record_id: int) -> DutyRecord:
        """Return one line; raise NotFound."""
        row = self._db.one(_ONE, campaign_id=campaign_id, record=record_id)
        if row is None:
            raise NotFound("duty", str(record_id))
        return _record(row)

    def fill(self, record_id: int, holder: Holder | None, day: date | None) -> None:
        """Fill in an open line."""
        held = _holder(holder)
        self._db.run(_FILL, record=record_id, county=held["county_id"], name=held["holder"], on=day)

    def save(self, record_id: int, behalf_id: int | None, at: datetime) -> None:
        """Save an open line, on somebody's behalf if another's."""
        self._db.run(_SAVE, record=record_id, behalf=behalf_id, at=at)

    def end(self, record_id: int, person_id: int, reason: str, at: datetime) -> None:
        """Give an open line up, or withdraw a saved one."""
        self._db.run(_END, record=record_id, who=person_id, why=reason, at=at)

    def done(
        self, campaign_id: str, as_of: datetime | None = None, county_id: int | None = None
    ) -> Sequence[DutyDone]:
        """Return what stands, or stood as it was known at `as_of`; of one county, or of all holders."""
        given = {"as_of": as_of, "county": county_id}
        statement = _done(*(value is not None for value in given.values()))
        params = {name: value for name, value in given.items() if value is not None}
        rows = self._db.all(statement, campaign_id=campaign_id, **params)
        return [DutyDone(duty, county or 0, holder, day) for duty, county, holder, day in rows]

    def standing(self, campaign_id: str, duty: str, limit: int) -> Sequence[DutyRecord]:
        """Return the latest standing records of a duty, latest day first."""
        rows = self._db.all(_LATEST, campaign_id=campaign_id, duty=duty, limit=limit)
        return [_record(row) for row in rows]


@cache
def _done(as_of: bool, of_county: bool) -> Select[Any]:
    known = _row.campaign_id == bindparam("campaign_id")
    statement = select(_row.duty, _row.county_id, _row.holder, _row.day).where(known)
    if as_of:
        moment = bindparam("as_of", type_=_row.saved_at.type)
        later = or_(_row.withdrawn_at.is_(None), _row.withdrawn_at > moment)
        statement = statement.where(_row.saved_at <= moment, later)
    else:
        statement = statement.where(*_STANDS)
    if of_county:
        statement = statement.where(_row.county_id == bindparam("county"))
    return statement.order_by(_row.day, _row.id)


def _holder(holder: Holder | None) -> dict[str, Any]:
    if holder is None:
        return {"county_id": None, "holder": ""}
    return {"county_id": holder.county_id or None, "holder": holder.name}


def _record(row: Row) -> DutyRecord:
    card, duty, county_id, name, day, note, files, chat_id, message_id, *rest = row
    holder = Holder(county_id or 0, name) if name else None
    sent = tuple(SentFile(FileKind(kind), *ids) for kind, *ids in files)
    record_id, *others = rest
    return DutyRecord(record_id, DutyNote(card, duty, holder, day, note, sent, chat_id, message_id), *others)
