"""The store: tables, queries, migrations. Nothing else knows SQL.

Synchronous: a unit of work runs in one hop to a thread, from the first statement to its one commit.
"""

from storage.database import Database, open_database
from storage.errors import NotABackup, NotOffered, StoreBusy, StoreFault, StoreFull
from storage.inbox import Arrival, InboxRow
from storage.unit import Unit

__all__ = [
    "Arrival",
    "Database",
    "InboxRow",
    "NotABackup",
    "NotOffered",
    "StoreBusy",
    "StoreFault",
    "StoreFull",
    "Unit",
    "open_database",
]
