"""From a driver's error to ours."""

import sqlite3

from storage.errors import StoreBusy, StoreFault, StoreFull

# SQLSTATE classes and codes: https://www.postgresql.org/docs/current/errcodes-appendix.html
_PASSING = ("08", "40", "53300", "55P03", "57")
_FULL = ("53",)
_LOST = {"OperationalError", "InterfaceError"}


def fault_of(error: Exception) -> StoreFault:
    """Return the fault that a driver's error stands for; it names codes only, never what was being stored."""
    if isinstance(error, sqlite3.Error):
        return _of_sqlite(error)
    state: str | None = getattr(error, "sqlstate", None)
    name = f"{state} {type(error).__name__}"
    if state is None:
        # Never answered by the server: either the connection is gone, or the driver refused a value.
        lost = any(base.__name__ in _LOST for base in type(error).__mro__)
        return StoreBusy(name) if lost else StoreFault(name)
    if state.startswith(_PASSING):
        return StoreBusy(name)
    return StoreFull(name) if state.startswith(_FULL) else StoreFault(name)


def _of_sqlite(error: sqlite3.Error) -> StoreFault:
    # Extended codes keep the primary one in their lowest byte.
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    name = getattr(error, "sqlite_errorname", type(error).__name__)
    if code == sqlite3.SQLITE_FULL:
        return StoreFull(name)
    return StoreBusy(name) if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED} else StoreFault(name)
