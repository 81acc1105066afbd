"""What is swept away after a while: abandoned forms, and the empty rows of answered updates."""

from datetime import timedelta

from storage import Unit

KEPT = timedelta(days=30)


def sweep(unit: Unit, bot_id: int) -> None:
    """Forget what nobody comes back to."""
    before = unit.now - KEPT
    unit.conversations.sweep(before)
    unit.inbox.sweep(bot_id, before)
