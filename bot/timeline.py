"""Real moments and campaign moments: a journal of offsets that only ever moves the campaign on."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

Journal = Sequence[tuple[datetime, float]]
SECOND = timedelta(seconds=1)
LAST_INSTANT = timedelta(microseconds=999_999)


class Timeline:
    """Maps a real moment to campaign time. An entry (real_at, offset in seconds) holds from real_at on.

    Without entries both are the same. What happened before the first entry is shifted by the first offset.
    """

    def __init__(self, journal: Journal = ()) -> None:
        self.replace(journal)

    def replace(self, journal: Journal) -> None:
        """Take another journal, oldest entry first."""
        self._moments = [moment for moment, _ in journal]
        self._offsets = [timedelta(seconds=offset) for _, offset in journal]

    def at(self, real: datetime) -> datetime:
        """Return the campaign moment of a real one, in UTC."""
        if not self._offsets:
            return real.astimezone(UTC)
        entry = max(0, bisect_right(self._moments, real) - 1)
        return real.astimezone(UTC) + self._offsets[entry]

    def within(self, second: datetime) -> datetime:
        """Return the campaign moment of a message date, which Telegram cuts down to a whole second.

        When the clock was moved within that second, the message counts as written at the moment of the move.
        """
        latest = second.astimezone(UTC) + LAST_INSTANT
        entry = bisect_right(self._moments, latest) - 1
        if entry >= 0 and second < self._moments[entry]:
            return self.at(self._moments[entry])
        return self.at(latest) - LAST_INSTANT


class CampaignClock:
    """The one clock of the program: the real one through the timeline, and never back within a run."""

    def __init__(self, timeline: Timeline, real: Callable[[], datetime]) -> None:
        self.timeline = timeline
        self._real = real
        self._latest = datetime.min.replace(tzinfo=UTC)

    def start(self, journal: Journal) -> None:
        """Take the journal this run begins with; what the clock said before it was known is forgotten."""
        self.timeline.replace(journal)
        self._latest = datetime.min.replace(tzinfo=UTC)

    def now(self) -> datetime:
        """Return the campaign's present moment, aware, in UTC."""
        self._latest = max(self._latest, self.timeline.at(self._real()))
        return self._latest


def real_now() -> datetime:
    """Return the machine's time, in UTC."""
    return datetime.now(UTC)


def entry_for(wanted: datetime | None, journal: Journal, real: datetime) -> tuple[datetime, float] | None:
    """Return the journal entry that starts the clock at `wanted`, or None when it is past that already."""
    if wanted is None or (journal and wanted <= Timeline(journal).at(real)):
        return None
    return real, (wanted - real).total_seconds()
