"""A look at what the database lies on: is there room, and how old is the last backup?"""

import shutil
from collections.abc import Iterator
from pathlib import Path

from bot.alarms import Alarm
from bot.places import sqlite_file
from bot.pulse import heartbeat_file
from bot.settings import Settings

LEAST_FREE = 200_000_000
"""Bytes: enough for years of records, and for a backup beside them."""
OLDEST_DAYS = 7.0
DAY = 86_400.0


def backup_note(settings: Settings) -> Path:
    """Return the file whose age is that of the last backup; there is none before the first one."""
    return heartbeat_file(settings).with_name("last-backup")


class Watch:
    """Looks when it is asked."""

    def __init__(self, settings: Settings, least_free: int = LEAST_FREE) -> None:
        self.named = settings.alarms
        self._file = sqlite_file(settings.database_url.get_secret_value())
        self._note = backup_note(settings)
        self._least_free = least_free

    def look(self, real_now: float) -> Iterator[tuple[Alarm, str]]:
        """Yield what an admin must know; `real_now` in Unix seconds."""
        free = self._free()
        if free is not None and free < self._least_free:
            yield Alarm.DISK, str(free // 1_000_000)
        age = self._backup_age(real_now)
        if age is not None and age > OLDEST_DAYS:
            yield Alarm.BACKUP, str(int(age))

    def _free(self) -> int | None:
        try:
            return shutil.disk_usage(self._file.parent).free if self._file else None
        except OSError:
            return None

    def _backup_age(self, real_now: float) -> float | None:
        try:
            return (real_now - self._note.stat().st_mtime) / DAY
        except OSError:
            return None
