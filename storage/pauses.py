"""Pauses of counties."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import bindparam, or_, select, update

from campaign.days import Days
from campaign.pauses import Pause
from storage.columns import Day
from storage.connection import Connection
from storage.statements import insert_into
from storage.tables import pause, unit

_SINCE = (
    select(pause.c.id, pause.c.county_id, unit.c.name, pause.c.first_day, pause.c.after_day, pause.c.reason)
    .join(unit, unit.c.id == pause.c.county_id)
    .where(
        pause.c.campaign_id == bindparam("campaign_id"),
        or_(pause.c.after_day.is_(None), pause.c.after_day > bindparam("day", type_=Day())),
    )
    .order_by(pause.c.first_day, pause.c.id)
)
_ADD = insert_into(pause, "campaign_id", "county_id", "first_day", "after_day", "reason").returning(
    pause.c.id
)
_END = update(pause).where(pause.c.id == bindparam("pause")).values(after_day=bindparam("after"))


class PauseRows:
    """Implements campaign.pauses.Pauses."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def since(self, campaign_id: str, day: date) -> Sequence[Pause]:
        """Return the pauses that end on `day` or later, in the order in which they begin."""
        rows = self._db.all(_SINCE, campaign_id=campaign_id, day=day)
        return [Pause(row[0], row[1], row[2], Days(row[3], row[4] or date.max), row[5]) for row in rows]

    def begin(self, campaign_id: str, county_id: int, days: Days, reason: str) -> int:
        """Store a pause; return its id."""
        after = None if days.after == date.max else days.after
        new = {"first_day": days.first, "after_day": after, "reason": reason}
        pause_id: int = self._db.value(_ADD, campaign_id=campaign_id, county_id=county_id, **new)
        return pause_id

    def end(self, pause_id: int, after: date) -> None:
        """Let a pause end with the day before `after`."""
        self._db.run(_END, pause=pause_id, after=after)
