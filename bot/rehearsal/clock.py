"""The campaign clock: a journal of how far campaign time is from real time, and from when on.

Between two entries both run alike. Messages keep their real dates; the campaign moment of a real one is
looked up here. The clock never goes back. While the server is down it stands still: a minute after the last
sign of life is where it goes on, which is later than anything the bot can have seen.
"""

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from bot.rehearsal.errors import PlayError
from bot.rehearsal.store import Json, Store
from bot.timeline import Timeline

_GAP = 60.0


class Entry(NamedTuple):
    """From `real_ts` (Unix seconds) on, campaign time is real time plus `offset_s` seconds."""

    version: int
    real_ts: float
    offset_s: float


class Clock:
    """The journal and what the bot has reported about it."""

    def __init__(self, store: Store, start: datetime, real_now: float) -> None:
        self._store = store
        self._timeline = Timeline()
        self._entries = [
            Entry(row["version"], row["real_ts"], row["offset_s"])
            for row in store.rows("select version, real_ts, offset_s from journal order by version")
        ]
        if not self._entries:
            self._append(real_now, start.timestamp() - real_now)
        self._draw()
        self._stand_still(real_now)

    def _stand_still(self, real_now: float) -> None:
        alive = float(self._store.note("alive", real_now))
        down = real_now - alive
        if down > _GAP:
            self._append(real_now, self._entries[-1].offset_s - (down - _GAP))

    def _append(self, real_ts: float, offset_s: float) -> None:
        version = self._store.run("insert into journal (real_ts, offset_s) values (?, ?)", real_ts, offset_s)
        self._entries.append(Entry(version, real_ts, offset_s))
        self._draw()

    def _draw(self) -> None:
        moments = [(datetime.fromtimestamp(e.real_ts, UTC), e.offset_s) for e in self._entries]
        self._timeline.replace(moments)

    def alive(self, real_now: float) -> None:
        """Record a sign of life."""
        self._store.keep("alive", real_now)

    @property
    def version(self) -> int:
        """The number of the newest entry."""
        return self._entries[-1].version

    @property
    def reached(self) -> int:
        """The version up to which the bot has worked through everything due; 0 when it never reported."""
        return int(self._store.note("reached", 0))

    @property
    def next_due(self) -> datetime | None:
        """The next due moment, as last reported by the bot."""
        reported = self._store.note("next_due")
        return None if reported is None else datetime.fromisoformat(reported)

    def at(self, real_ts: float) -> datetime:
        """The campaign moment (UTC) of a real one."""
        return self._timeline.at(datetime.fromtimestamp(real_ts, UTC))

    def of_message(self, date: int) -> datetime:
        """The campaign moment (UTC) of a message, whose date is cut down to a whole second."""
        return self._timeline.within(datetime.fromtimestamp(date, UTC))

    def move(self, to: datetime, real_now: float) -> None:
        """Move the clock on.

        Raises:
            PlayError: `to` lies before the clock's present moment.
        """
        if to < self.at(real_now):
            raise PlayError("clock_back", "The clock cannot go back.")
        self._append(real_now, to.timestamp() - real_now)

    def target(self, wish: Json, real_now: float) -> datetime:
        """The moment meant by {"advance": seconds}, {"to": ISO moment} or {"next_due": true}.

        Raises:
            PlayError: none of them, or no due moment is known.
        """
        if "advance" in wish:
            return self.at(real_now) + timedelta(seconds=float(wish["advance"]))
        if "to" in wish:
            return self._moment(str(wish["to"]))
        if wish.get("next_due") and self.next_due is not None:
            return max(self.next_due, self.at(real_now))
        raise PlayError("clock_wish", "Say advance, to or next_due; next_due only when one is known.")

    @staticmethod
    def _moment(text: str) -> datetime:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is None:
            raise PlayError("clock_zone", "A moment needs its time zone.")
        return moment

    def report(self, version: int, next_due: str | None) -> None:
        """Keep what the bot has reached and what comes next."""
        if next_due is not None:
            self._moment(next_due)
        with self._store.changing():
            self._store.keep("reached", max(version, self.reached))
            self._store.keep("next_due", next_due)

    def state(self, real_now: float) -> Json:
        """The clock as JSON: version, journal of [real_ts, offset_s], now, reached, next_due."""
        due = self.next_due
        return {
            "version": self.version,
            "journal": [[entry.real_ts, entry.offset_s] for entry in self._entries],
            "now": self.at(real_now).isoformat(),
            "real_now": real_now,
            "reached": self.reached,
            "next_due": None if due is None else due.isoformat(),
        }
