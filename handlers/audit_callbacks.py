"""The data of the buttons that turn the trail of changes; handlers/callbacks.py lists it, too."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData


class AuditOf(StrEnum):
    """What changes are looked up for."""

    ALL = "a"
    COUNTY = "c"
    PERSON = "p"
    NUMBER = "n"


class ListAudit(CallbackData, prefix="yu"):
    """Show a page, from 0, of the changes; `key` is a county's or a person's id, or a number."""

    of: AuditOf = AuditOf.ALL
    key: int = 0
    page: int = 0
