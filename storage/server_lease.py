"""The lease of a PostgreSQL database: an advisory lock, and the connection that keeps it."""

from contextlib import suppress
from typing import Any

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
