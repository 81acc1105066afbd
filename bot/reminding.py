"""Remind where it is due, also of plans: a campaign's in one commit; a second run does nothing."""

from datetime import datetime

import structlog

from bot.threads import Threads
from campaign.actions.planned_due import owe_planned, planned_wanted
from campaign.actions.reminders import are_wanted, remind

log = structlog.get_logger(__name__)


class Reminding:
    """Makes the reminders of today. Those of earlier days are not made up for."""

    def __init__(self, threads: Threads) -> None:
        self._threads = threads

    async def run(self, now: datetime) -> None:
        """Make what is due at `now`."""
        for campaign_id in await self._threads.read(lambda unit: unit.campaigns.all()):
            await self._campaign(campaign_id, now)

    async def _campaign(self, campaign_id: str, now: datetime) -> None:
        """One campaign's rows must not keep the others from being reminded."""
        try:
            # Asked first without a write transaction: nearly always there is nothing to do.
            if await self._threads.read(lambda unit: are_wanted(unit, campaign_id, now)):
                made = await self._threads.write(lambda unit: remind(unit, campaign_id, now))
                log.info("reminded", told=made.told, listed=made.listed)
            if await self._threads.read(lambda unit: planned_wanted(unit, campaign_id, now)):
                owed = await self._threads.write(lambda unit: owe_planned(unit, campaign_id, now))
                log.info("planned", owed=owed)
        except Exception:
            log.exception("reminders_failed", campaign=campaign_id)
