"""Buttons of notices, as rows of (label, data)."""

from digests.messages import Button
from handlers.callbacks import DecideGroup
from handlers.notices import texts


def decision_rows(chat_id: int) -> tuple[tuple[Button, ...], ...]:
    """Return both decisions about a group."""
    approve = DecideGroup(chat=chat_id, approve=True).pack()
    return (((texts.APPROVE, approve), (texts.REFUSE, DecideGroup(chat=chat_id, approve=False).pack())),)
