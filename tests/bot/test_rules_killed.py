"""kill -9 while another form of the rules is sent and taken: it is taken once, and the truth is shown."""

from pathlib import Path

import pytest
from sqlalchemy import text

from bot.campaign_files import shipped
from bot.faults import FAULT_POINTS
from tests.bot.mortal import Kill, Mortals, nursery
from tests.bot.stores import CAMPAIGN, opened
from tests.bot.stubborn import Stubborn
from tests.rehearsal_client import Rehearsal, rehearsing
from tests.rehearsal_world import ADMIN, small_world

RULES = (shipped()[CAMPAIGN] / "campaign.yaml").read_text("utf-8")
CONVERSATION = [point for point in FAULT_POINTS if not point.startswith("outbox")]


@pytest.mark.long
async def test_rules_are_taken_once_wherever_the_bot_dies(filled: str, tmp_path: Path) -> None:
    died: list[str] = []
    async with rehearsing(tmp_path, small_world(flood=False)) as rehearsal, nursery() as forks:
        for play, point in enumerate(CONVERSATION, 3):
            bots = Mortals(forks, rehearsal.url, filled, [Kill(1, point), Kill(4)])
            async with bots.alive():
                await _take(rehearsal, RULES.replace("count: 2", f"count: {play}"))
            died += bots.died_at
    assert set(CONVERSATION) <= set(died)
    assert _loads(filled) == len(CONVERSATION)


async def _take(rehearsal: Rehearsal, rules: str) -> None:
    admin = await Stubborn.listening(rehearsal.player(ADMIN))
    await admin.player.send("document", rules.encode(), "campaign.yaml")
    await admin.hears("规则预览")
    await admin.presses("更新规则", "规则已更新")
    await admin.says("/nothing", "没有这个命令")


def _loads(url: str) -> int:
    """Return how often an admin's rules were taken, and that each time made one version."""
    database = opened(url)
    with database.engine.connect() as connection:
        versions = connection.execute(text("SELECT max(version) FROM campaign_version")).scalar_one()
        told = "SELECT count(*) FROM audit WHERE action = 'campaign.load' AND actor_id IS NOT NULL"
        taken: int = connection.execute(text(told)).scalar_one()
    database.close()
    assert versions == taken + 1
    return taken
