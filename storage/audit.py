"""Who changed what, when."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import bindparam, select

from storage.connection import Connection
from storage.statements import insert_into
from storage.tables import audit

_ADD = insert_into(audit, "campaign_id", "at", "actor_id", "action", "subject", "facts")
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
    """Implements campaign.ports.Audit."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._db = connection
        self._now = now

    def note(
        self, campaign_id: str, actor_id: int | None, action: str, subject: str, facts: dict[str, Any]
    ) -> None:
        """Store one row; the moment is the unit of work's."""
        self._db.run(
            _ADD,
            campaign_id=campaign_id,
            at=self._now,
            actor_id=actor_id,
            action=action,
            subject=subject,
            facts=facts,
        )

    def latest(self, campaign_id: str, limit: int) -> Sequence[AuditRow]:
        """Return the latest changes, newest first."""
        return [AuditRow(*row) for row in self._db.all(_LATEST, campaign_id=campaign_id, limit=limit)]
