"""The lease of an SQLite database: a lock on a file beside it."""

import fcntl
from pathlib import Path
from typing import IO


class FileLease:
    """A lock on a file beside the SQLite database; the system takes it from a process that dies."""

    shared = False

    def __init__(self, database: Path) -> None:
        self._path = database.with_name(f"{database.name}.lock")
        self._file: IO[bytes] | None = None

    def take(self) -> bool:
        """Try to take it."""
        if self._file is None:
            file = self._path.open("ab")
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                file.close()
                return False
            self._file = file
        return True

    def held(self) -> bool:
        """Return whether it is still ours: nobody takes it from us."""
        return self._file is not None

    def close(self) -> None:
        """Give it up. The file stays: whoever deleted it might delete another's lock."""
        if self._file is not None:
            self._file.close()
            self._file = None
