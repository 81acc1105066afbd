"""Who leads: of all processes on one database, one receives and sends."""

import fcntl
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, Protocol

from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError

from storage.engine import make_engine

# The same for every process on a database; any number that nobody else locks there.
_KEY = 4_895_412_794_951_729_010
_TAKE = f"SELECT pg_try_advisory_lock({_KEY})"
_HELD = "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid() AND granted LIMIT 1"
# A leader whose machine is gone says no goodbye: the server must find out by itself, and soon.
_KEEPALIVE = (
    "SET tcp_keepalives_idle = 10",
    "SET tcp_keepalives_interval = 5",
    "SET tcp_keepalives_count = 3",
)
_BUSY_SECONDS = 5.0


class Lease(Protocol):
    """Taken by one process at a time. All of it blocks: call it off the event loop.

    `shared`: a process that does not get it may wait until the leader ends; else it has no business here.
    """

    shared: bool

    def take(self) -> bool:
        """Try to take it; taking it twice is taking it once. Raise DBAPIError when nobody can tell."""

    def held(self) -> bool:
        """Return whether it is still ours."""

    def close(self) -> None:
        """Give it up; it may be taken again."""


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


class ServerLease:
    """An advisory lock on PostgreSQL, kept by a connection of its own: it ends with the connection."""

    shared = True

    def __init__(self, url: str) -> None:
        self._engine = make_engine(url, _BUSY_SECONDS)
        self._connection: Any = None

    def take(self) -> bool:
        """Try to take it; connect first when there is no connection."""
        return self.held() or bool(self._ask(_TAKE))

    def held(self) -> bool:
        """Return whether it is still ours; False as well when the server cannot be asked."""
        if self._connection is None:
            return False
        try:
            return bool(self._ask(_HELD))
        except DBAPIError:
            self.close()
            return False

    def close(self) -> None:
        """Give it up."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(Exception):  # it may be broken, which is one way to be closed
                connection.close()
        self._engine.dispose()

    def _ask(self, statement: str) -> Any:
        if self._connection is None:
            self._connection = self._engine.connect()
            for setting in _KEEPALIVE:
                self._connection.exec_driver_sql(setting)
        return self._connection.exec_driver_sql(statement).scalar()


def open_lease(url: str) -> Lease:
    """Return the lease of a database, not yet taken."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        return FileLease(Path(address.database or ""))
    return ServerLease(url)
