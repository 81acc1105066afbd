"""From a driver's error to ours."""

import sqlite3

from storage.errors import StoreBusy, StoreFault, StoreFull

# SQLSTATE classes and codes: https://www.postgresql.org/docs/current/errcodes-appendix.html
_FULL = ("53100", "53200", "54", "58030", "25006")
_PASSING = ("08", "40", "53", "55P03", "57")


def fault_of(error: Exception) -> StoreFault:
    """Return the fault that a driver's error stands for; the text is the driver's, without parameters."""
    if isinstance(error, sqlite3.Error):
        return _of_sqlite(error)
    state = getattr(error, "sqlstate", None)
    if state is None:
        # Without a state it never came from the server: the connection itself failed.
        return StoreBusy(type(error).__name__)
    if state.startswith(_FULL):
        return StoreFull(state)
    return StoreBusy(state) if state.startswith(_PASSING) else StoreFault(f"{state} {type(error).__name__}")


def _of_sqlite(error: sqlite3.Error) -> StoreFault:
    # Extended codes keep the primary one in their lowest byte.
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    name = getattr(error, "sqlite_errorname", type(error).__name__)
    if code in {sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY}:
        return StoreFull(name)
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return StoreBusy(name)
    return StoreFault(f"{name}: {error}")
