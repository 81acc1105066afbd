"""Messages that the bot owes to others, until they are known to be sent."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import bindparam, case, false, func, select, true, update

from storage.connection import Connection
from storage.moved_chats import move_chat
from storage.statements import insert_once
from storage.tables import chat, outbox
from storage.tables.chats import outbox_open


class OutboxRow(NamedTuple):
    """A message owed; `uncertain` when an earlier try may have reached the chat."""

    id: int
    key: str
    chat_id: int
    topic_id: int | None
    kind: str
    payload: dict[str, Any]
    attempts: int
    uncertain: bool
    not_before: datetime


_NEW = (
    "key",
    "chat_id",
    "kind",
    "payload",
    "not_before",
    "attempts",
    "uncertain",
    "doubles",
    "owed_at",
    "campaign_id",
)
_OWE = insert_once(outbox, _NEW, ("key",))
_DUE = (
    select(
        outbox.c.id,
        outbox.c.key,
        outbox.c.chat_id,
        chat.c.topic_id,
        outbox.c.kind,
        outbox.c.payload,
        outbox.c.attempts,
        outbox.c.uncertain,
        outbox.c.not_before,
    )
    .select_from(outbox.outerjoin(chat, chat.c.chat_id == outbox.c.chat_id))
    .where(outbox_open, outbox.c.not_before <= bindparam("now"))
    .order_by(outbox.c.not_before, outbox.c.id)
    .limit(bindparam("limit"))
)
_SENT_AS = (
    select(outbox.c.payload)
    .where(outbox.c.chat_id == bindparam("chat_id"), outbox.c.message_id == bindparam("message_id"))
    .order_by(outbox.c.id.desc())
    .limit(1)
)
_NEXT_DUE = select(func.min(outbox.c.not_before)).where(outbox_open)
_DEPTH = select(func.count()).select_from(outbox).where(outbox_open)
_THIS = outbox.c.id == bindparam("row")
_TRYING = (
    update(outbox)
    .where(_THIS)
    .values(
        attempts=outbox.c.attempts + 1,
        doubles=outbox.c.doubles + case((outbox.c.uncertain.is_(true()), 1), else_=0),
        uncertain=true(),
    )
)
_SENT = (
    update(outbox)
    .where(_THIS)
    .values(uncertain=false(), sent_at=bindparam("now"), message_id=bindparam("message"), error=None)
)
_RETRY = (
    update(outbox)
    .where(_THIS, outbox_open)
    .values(not_before=bindparam("at"), uncertain=bindparam("unsure"), error=bindparam("why"))
)
_FAILED = (
    update(outbox).where(_THIS).values(uncertain=false(), failed_at=bindparam("now"), error=bindparam("why"))
)
_HOLD = update(outbox).where(_THIS, outbox_open).values(not_before=bindparam("at"))
_KEYED = (
    select(outbox.c.id).where(outbox.c.key >= bindparam("first"), outbox.c.key <= bindparam("last")).limit(1)
)
_SENT_UNDER = select(outbox.c.chat_id, outbox.c.message_id).where(
    outbox.c.key >= bindparam("first"),
    outbox.c.key <= bindparam("last"),
    outbox.c.message_id.is_not(None),
)
_OF_GROUPS = (
    select(func.count(outbox.c.chat_id.distinct()))
    .select_from(outbox.join(chat, chat.c.chat_id == outbox.c.chat_id))
    .where(
        chat.c.campaign_id == bindparam("campaign_id"),
        outbox.c.chat_id < 0,
        outbox.c.key >= bindparam("first"),
        outbox.c.key <= bindparam("last"),
    )
)
_WAITING = _OF_GROUPS.where(outbox_open)
_LOST = _OF_GROUPS.where(outbox.c.failed_at.is_not(None), outbox.c.owed_at >= bindparam("since"))
_COUNT_DOUBLES = select(func.coalesce(func.sum(outbox.c.doubles), 0))


class OutboxRows:
    """Implements campaign.ports.Outbox, and the sender's side of it."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._db = connection
        self._now = now

    def owe(
        self,
        key: str,
        chat_id: int,
        kind: str,
        payload: dict[str, Any],
        not_before: datetime,
        *,
        campaign_id: str | None = None,
    ) -> bool:
        """Owe a message once per key; return whether it is new. `campaign_id`: for which campaign it is."""
        fresh = {"attempts": 0, "uncertain": False, "doubles": 0, "owed_at": self._now}
        fresh |= {"campaign_id": campaign_id}
        row = {"key": key, "chat_id": chat_id, "kind": kind, "payload": payload, "not_before": not_before}
        return self._db.run(_OWE, **row, **fresh) == 1

    def keyed_between(self, first: str, last: str) -> bool:
        """Return whether anything was ever owed under a key within a span, both ends included."""
        return self._db.one(_KEYED, first=first, last=last) is not None

    def sent_under(self, stem: str) -> list[tuple[int, int]]:
        """Return chat and message of what was sent under the keys that begin with a stem."""
        return [(row[0], row[1]) for row in self._db.all(_SENT_UNDER, first=stem, last=f"{stem}~")]

    def groups_waiting(self, campaign_id: str, stem: str) -> int:
        """Count the groups that wait for messages under keys that begin with a stem."""
        count: int = self._db.value(_WAITING, campaign_id=campaign_id, first=stem, last=f"{stem}~")
        return count

    def groups_lost(self, campaign_id: str, stem: str, since: datetime) -> int:
        """Count the groups that could not be sent something under such keys that was owed since then."""
        facts = {"campaign_id": campaign_id, "first": stem, "last": f"{stem}~", "since": since}
        count: int = self._db.value(_LOST, **facts)
        return count

    def due(self, now: datetime, limit: int) -> Sequence[OutboxRow]:
        """Return what is to be sent by now, longest due first; a row stays until its outcome is noted."""
        return [OutboxRow(*row) for row in self._db.all(_DUE, now=now, limit=limit)]

    def reminded_in(self, chat_id: int, message_id: int) -> int | None:
        """Return the reminder that a sent message is, None for any other."""
        row = self._db.one(_SENT_AS, chat_id=chat_id, message_id=message_id)
        found: int | None = row[0].get("reminder") if row else None
        return found

    def next_due(self) -> datetime | None:
        """Return the moment at which the next message becomes due."""
        moment: datetime | None = self._db.value(_NEXT_DUE)
        return moment

    def depth(self) -> int:
        """Count what is owed and neither sent nor given up."""
        count: int = self._db.value(_DEPTH)
        return count

    def mark_trying(self, row_id: int) -> None:
        """Note, before the call, that a try is made: should its outcome get lost, the row is uncertain."""
        self._db.run(_TRYING, row=row_id)

    def mark_sent(self, row_id: int, message_id: int | None) -> None:
        """Note that it arrived."""
        self._db.run(_SENT, row=row_id, now=self._now, message=message_id)

    def mark_retry(self, row_id: int, at: datetime, error: str, *, uncertain: bool = False) -> None:
        """Try again at `at`; `uncertain` when this try may have arrived all the same."""
        self._db.run(_RETRY, row=row_id, at=at, why=error, unsure=uncertain)

    def mark_failed(self, row_id: int, error: str) -> None:
        """Give it up for good."""
        self._db.run(_FAILED, row=row_id, now=self._now, why=error)

    def hold(self, row_id: int, until: datetime) -> None:
        """Hold a message back, for instance over quiet hours."""
        self._db.run(_HOLD, row=row_id, at=until)

    def moved_chat(self, old: int, new: int) -> None:
        """Follow a group that became a supergroup: its approval, its digests and what is owed to it."""
        move_chat(self._db, old, new)

    def doubles(self) -> int:
        """Count the sends that may have arrived twice."""
        count: int = self._db.value(_COUNT_DOUBLES)
        return count
