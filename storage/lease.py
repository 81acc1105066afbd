"""Who leads: of all processes on one database, one receives and sends."""

from pathlib import Path
from typing import Protocol

from sqlalchemy.engine import make_url

from storage.file_lease import FileLease
from storage.server_lease import ServerLease


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


def open_lease(url: str) -> Lease:
    """Return the lease of a database, not yet taken."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        return FileLease(Path(address.database or ""))
    return ServerLease(url)
