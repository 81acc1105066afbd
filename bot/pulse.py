"""Signs of life: when Telegram was last heard of, in memory and as a file's time for checks from outside."""

import time
from collections.abc import Callable
from pathlib import Path

import structlog

from bot.places import sqlite_file
from bot.settings import Settings

log = structlog.get_logger(__name__)

ALIVE_SECONDS = 180.0
"""A bot that has not heard of Telegram for so long is not well; a poll takes 25 seconds at most."""
_WRITE_SECONDS = 1.0


class Pulse:
    """Beats at each contact with Telegram. `now` gives seconds that never go back."""

    def __init__(self, file: Path, now: Callable[[], float] = time.monotonic) -> None:
        self._file = file
        self._now = now
        self._beat: float | None = None
        self._written: float | None = None

    def beat(self) -> None:
        """Telegram was heard of; the file is touched at most once a second."""
        self._beat = self._now()
        if self._written is None or self._beat - self._written >= _WRITE_SECONDS:
            self._written = self._beat
            self._touch()

    def age(self) -> float | None:
        """Return the seconds since the last contact, None before the first."""
        return None if self._beat is None else self._now() - self._beat

    def _touch(self) -> None:
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.touch()
        except OSError as error:  # a full disk must not end the conversation
            log.warning("heartbeat_not_written", error=type(error).__name__)


def heartbeat_file(settings: Settings) -> Path:
    """Return the file that is touched: the one set, or `heartbeat` beside the database, else in `var`."""
    if settings.heartbeat:
        return settings.heartbeat
    database = sqlite_file(settings.database_url.get_secret_value())
    return (database.parent if database else Path("var")) / "heartbeat"


def seconds_since(file: Path, now: float) -> float | None:
    """Return the age of a heartbeat at a moment in Unix seconds, None when there is no file."""
    try:
        return max(0.0, now - file.stat().st_mtime)
    except OSError:
        return None
