"""What may go wrong between here and the disk."""


class StoreFault(Exception):  # noqa: N818 - the family's name; its members say what happened
    """The database failed; nothing of the unit of work was kept."""


class StoreFull(StoreFault):
    """There is no room to write. Reading still works."""


class StoreBusy(StoreFault):
    """Another writer, or a server not reached, held it up. Passing: the same work may succeed later."""


class NotOffered(StoreFault):
    """This kind of database does not offer it; the message names the tool to use instead."""


class NotABackup(StoreFault):
    """The file is no backup of a store, or is damaged; the message is its path."""
