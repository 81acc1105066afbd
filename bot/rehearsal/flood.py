"""Flood limits: 30 messages in any second, 20 in any minute to a group, about one a second to a person."""

from collections import deque

from bot.rehearsal import refusals

_ALL = (30, 1.0)
_GROUP = (20, 60.0)
_BURST = 5
_PER_SECOND = 1.0


class Flood:
    """Counts what is sent, by real time; refuses what comes too fast. A refused message is not counted."""

    def __init__(self, on: bool) -> None:
        self.on = on
        self._all: deque[float] = deque()
        self._groups: dict[int, deque[float]] = {}
        self._buckets: dict[int, tuple[float, float]] = {}

    def check(self, chat_id: int, count: int, now: float) -> None:
        """Count `count` messages to a chat.

        Raises:
            RefusedError: 429 with the seconds to wait.
        """
        if not self.on:
            return
        group = self._groups.setdefault(chat_id, deque()) if chat_id < 0 else None
        wait = _over(self._all, _ALL, count, now)
        if group is not None:
            wait = max(wait, _over(group, _GROUP, count, now))
        else:
            wait = max(wait, self._drained(chat_id, count, now))
        if wait > 0:
            raise refusals.flood(wait)
        self._all.extend([now] * count)
        if group is not None:
            group.extend([now] * count)
        else:
            self._buckets[chat_id] = (self._level(chat_id, now) - count, now)

    def _level(self, chat_id: int, now: float) -> float:
        level, at = self._buckets.get(chat_id, (float(_BURST), now))
        return min(_BURST, level + (now - at) * _PER_SECOND)

    def _drained(self, chat_id: int, count: int, now: float) -> float:
        return (min(count, _BURST) - self._level(chat_id, now)) / _PER_SECOND


def _over(sent: deque[float], limit: tuple[int, float], count: int, now: float) -> float:
    """Seconds until `count` more fit into the window; 0 or less when they fit now."""
    most, window = limit
    while sent and sent[0] <= now - window:
        sent.popleft()
    if len(sent) + count <= most:
        return 0.0
    blocking = min(len(sent) + count - most, len(sent)) - 1
    return sent[blocking] + window - now
