"""Questions in plain words, answered from the ledger with the permissions of the commands."""

from handlers.asking.screens import answered

__all__ = ["answered"]
