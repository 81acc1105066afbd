"""Updates as they arrived, stored before Telegram is told so."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import bindparam, delete, func, null, select, update

from storage.connection import Connection
from storage.statements import insert_once
from storage.tables import inbox
from storage.tables.chats import inbox_open


class Arrival(NamedTuple):
    """An update to store: `lane` keeps those of one chat in order, `payload` is its JSON."""

    update_id: int
    lane: str
    payload: bytes
    received_at: datetime
    written_at: datetime


class InboxRow(NamedTuple):
    """A stored update that still wants work; `done` once its changes are committed but not yet answered."""

    update_id: int
    lane: str
    payload: bytes
    received_at: datetime
    written_at: datetime
    attempts: int
    done: bool


_KEY = ("bot_id", "update_id")
_RECEIVE = insert_once(inbox, (*_KEY, "lane", "payload", "attempts", "received_at", "written_at"), _KEY)
_LAST = select(func.max(inbox.c.update_id)).where(inbox.c.bot_id == bindparam("bot_id"))
_PENDING = (
    select(
        inbox.c.update_id,
        inbox.c.lane,
        inbox.c.payload,
        inbox.c.received_at,
        inbox.c.written_at,
        inbox.c.attempts,
        inbox.c.done_at.is_not(None),
    )
    .where(inbox.c.bot_id == bindparam("bot_id"), inbox_open)
    .order_by(inbox.c.update_id)
)
_DEPTH = select(func.count()).where(inbox.c.bot_id == bindparam("bot_id"), inbox_open)
_THIS = (inbox.c.bot_id == bindparam("bot"), inbox.c.update_id == bindparam("update"))
_DONE = update(inbox).where(*_THIS, inbox.c.done_at.is_(None)).values(done_at=bindparam("now"))
_ANSWERED = update(inbox).where(*_THIS).values(answered_at=bindparam("now"), payload=null())
_FAILED = update(inbox).where(*_THIS).values(attempts=inbox.c.attempts + 1).returning(inbox.c.attempts)
_BURY = update(inbox).where(*_THIS).values(buried_at=bindparam("now"))
_SWEEP = delete(inbox).where(
    inbox.c.bot_id == bindparam("bot"),
    inbox.c.answered_at < bindparam("before"),
    inbox.c.update_id
    < select(func.max(inbox.c.update_id)).where(inbox.c.bot_id == bindparam("bot")).scalar_subquery(),
)


class InboxRows:
    """The inbox, by bot and update_id."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._db = connection
        self._now = now

    def receive(self, bot_id: int, rows: Sequence[Arrival]) -> None:
        """Store what arrived; what is there already stays as it is."""
        fresh = {"bot_id": bot_id, "attempts": 0}
        self._db.many(_RECEIVE, ({**fresh, **row._asdict()} for row in rows))

    def last_update_id(self, bot_id: int) -> int | None:
        """Return the highest update_id ever stored, or None."""
        last: int | None = self._db.value(_LAST, bot_id=bot_id)
        return last

    def pending(self, bot_id: int) -> Sequence[InboxRow]:
        """Return what is not yet answered nor buried, in the order of arrival."""
        return [InboxRow(*row) for row in self._db.all(_PENDING, bot_id=bot_id)]

    def depth(self, bot_id: int) -> int:
        """Count what is not yet answered nor buried."""
        count: int = self._db.value(_DEPTH, bot_id=bot_id)
        return count

    def mark_done(self, bot_id: int, update_id: int) -> None:
        """Note that the update's changes are in this commit."""
        self._db.run(_DONE, bot=bot_id, update=update_id, now=self._now)

    def mark_answered(self, bot_id: int, update_id: int) -> None:
        """Note that the answer is known to be out, and wipe the payload."""
        self._db.run(_ANSWERED, bot=bot_id, update=update_id, now=self._now)

    def note_failure(self, bot_id: int, update_id: int) -> int:
        """Count a try that failed; return how many so far."""
        attempts: int = self._db.value(_FAILED, bot=bot_id, update=update_id) or 0
        return attempts

    def bury(self, bot_id: int, update_id: int) -> None:
        """Give an update up; its payload is kept, since somebody typed it."""
        self._db.run(_BURY, bot=bot_id, update=update_id, now=self._now)

    def sweep(self, bot_id: int, before: datetime) -> int:
        """Delete the empty rows of updates answered before a moment, but never the last; return how many."""
        return self._db.run(_SWEEP, bot=bot_id, before=before)
