"""The journal by which real moments are mapped to campaign time."""

from datetime import datetime

from sqlalchemy import select

from storage.connection import Connection
from storage.statements import insert_into
from storage.tables import clock

_JOURNAL = select(clock.c.real_at, clock.c.offset_seconds).order_by(clock.c.id)
_APPEND = insert_into(clock, "real_at", "offset_seconds")


class ClockRows:
    """What the clock was moved by, and when; it outlives restarts."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def journal(self) -> list[tuple[datetime, float]]:
        """Return every (real moment, offset in seconds from then on), oldest first."""
        return [(real_at, offset) for real_at, offset in self._db.all(_JOURNAL)]

    def append(self, real_at: datetime, offset: float) -> None:
        """Add an entry."""
        self._db.run(_APPEND, real_at=real_at, offset_seconds=offset)
