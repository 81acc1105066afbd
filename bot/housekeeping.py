"""What is swept away after a while, several times a day; never records, nor what is owed or open."""

from datetime import timedelta

from campaign.vocabulary import DraftState
from storage import Unit

KEPT = timedelta(days=30)
"""Conversations left alone, numbers of answered updates, dropped cards, strangers who were answered."""
KEPT_LONGER = timedelta(days=90)
"""Messages that were sent or given up, cards nobody saved, updates that could not be handled."""

KEPT_LONGEST = timedelta(days=400)
"""What was sent to counties: digests count it, and the first window of a half-year's may be a year long."""


def sweep(unit: Unit, bot_id: int) -> None:
    """Forget what nobody comes back to."""
    before, long_before = unit.now - KEPT, unit.now - KEPT_LONGER
    unit.conversations.sweep(before)
    unit.inbox.sweep(bot_id, before)
    unit.sweeping.cards(DraftState.DROPPED, before)
    unit.sweeping.tries(before)
    unit.sweeping.delivered(long_before)
    unit.sweeping.delivered_to_all(unit.now - KEPT_LONGEST)
    unit.sweeping.buried(bot_id, long_before)
    unit.sweeping.cards(DraftState.OPEN, long_before)
