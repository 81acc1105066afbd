"""Who changed what, when."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import bindparam, select

from campaign.audit_trail import About, Entry
from storage.audit_queries import entries
from storage.connection import Connection
from storage.statements import insert_into
from storage.tables import audit

_MESSAGE = ("chat_id", "message_id")
_WHAT = ("campaign_id", "at", "actor_id", "action", "subject", "facts", "behalf_id")
_ADD = insert_into(audit, *_WHAT, *_MESSAGE)
_LATEST = (
    select(audit.c.at, audit.c.actor_id, audit.c.action, audit.c.subject, audit.c.facts)
    .where(audit.c.campaign_id == bindparam("campaign_id"))
    .order_by(audit.c.id.desc())
    .limit(bindparam("limit"))
)


class AuditRow(NamedTuple):
    """One change: `actor_id` is None where the program itself acted."""

    at: datetime
    actor_id: int | None
    action: str
    subject: str
    facts: dict[str, Any]


class AuditRows:
    """Implements campaign.audit_trail.Audit. `source`: the chat and message that bring changes about."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._db = connection
        self._now = now
        self.source: tuple[int | None, int | None] = (None, None)

    def note(
        self,
        campaign_id: str,
        actor_id: int | None,
        action: str,
        subject: str,
        facts: dict[str, Any],
        *,
        behalf_id: int | None = None,
    ) -> None:
        """Store one row; the moment and the message are the unit of work's."""
        self._db.run(
            _ADD,
            campaign_id=campaign_id,
            at=self._now,
            actor_id=actor_id,
            action=action,
            subject=subject,
            facts=facts,
            behalf_id=None if behalf_id == actor_id else behalf_id,
            **dict(zip(_MESSAGE, self.source, strict=True)),
        )

    def entries(self, campaign_id: str, about: About, limit: int, skip: int) -> Sequence[Entry]:
        """Return changes, latest first, without the first few."""
        asked = {name: value for name, value in asdict(about).items() if value not in {None, ""}}
        page = {"campaign_id": campaign_id, "limit": limit, "skip": skip}
        return [Entry(*row) for row in self._db.all(entries(about), **page, **asked)]

    def latest(self, campaign_id: str, limit: int) -> Sequence[AuditRow]:
        """Return the latest changes, newest first."""
        return [AuditRow(*row) for row in self._db.all(_LATEST, campaign_id=campaign_id, limit=limit)]
