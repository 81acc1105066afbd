"""The log of Bot API calls, for tests: method, parameters without the bytes of files, outcome."""

from collections import deque

from bot.rehearsal.store import Json

_KEPT = 20_000


class Calls:
    """A bounded log in memory, numbered from 1."""

    def __init__(self) -> None:
        self._last = 0
        self._log: deque[Json] = deque(maxlen=_KEPT)

    def record(self, at: float, method: str, params: Json, outcome: str) -> None:
        """Add a call; `outcome` is "ok", a refusal like "400 Bad Request: ...", or a fault's kind."""
        self._last += 1
        self._log.append({"n": self._last, "at": at, "method": method, "params": params, "outcome": outcome})

    def after(self, number: int, method: str | None = None) -> list[Json]:
        """The calls with a greater number, of one method if given."""
        return [c for c in self._log if c["n"] > number and (method is None or c["method"] == method)]
