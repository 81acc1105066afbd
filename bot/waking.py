"""Quiet hours once more, at the moment of sending: a late start or another try may fall into them."""

from datetime import datetime

from bot.undeliverable import whose
from campaign.quiet import AT_ONCE, after_quiet
from storage import Unit
from storage.outbox import OutboxRow


def wakes_at(unit: Unit, row: OutboxRow, moment: datetime) -> datetime | None:
    """Return when the quiet hours end that `moment` falls in for a message's chat; None when it may go."""
    campaign_id, _ = whose(unit, row.chat_id)
    if not campaign_id or row.payload.get(AT_ONCE):
        return None
    definition = unit.campaigns.plan(campaign_id).definition
    end = after_quiet(definition.quiet_hours, definition.tz, moment)
    return end if end > moment else None
