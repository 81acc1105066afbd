"""Buttons that turn the trail of changes."""

from aiogram.types import InlineKeyboardMarkup

from handlers.audit import texts
from handlers.audit.actions import AuditPage
from handlers.paging import button, keyboard


def audit_keyboard(page: AuditPage) -> InlineKeyboardMarkup | None:
    """Return the ways to the newer and the older changes."""
    asked = page.asked
    newer = (
        [button(texts.BEFORE, asked.model_copy(update={"page": asked.page - 1}))] if asked.page > 0 else []
    )
    older = [button(texts.NEXT, asked.model_copy(update={"page": asked.page + 1}))] if page.more else []
    return keyboard([*newer, *older])
