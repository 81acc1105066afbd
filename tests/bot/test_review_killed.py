"""kill -9 while digests are drafted, edited, approved and sent: each is posted once, as it was edited."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from bot.campaign_files import read_campaign
from bot.faults import DUE_POINTS, FAULT_POINTS
from campaign.groups import Group
from campaign.vocabulary import ChatState
from storage import Unit
from tests.bot.mortal import Kill, Mortals, nursery
from tests.bot.stores import CAMPAIGN, LOADED, opened
from tests.bot.stubborn import Stubborn
from tests.rehearsal_client import Rehearsal, rehearsing
from tests.rehearsal_world import ADMIN, GROUP, START, small_world

CONVERSATION = [point for point in FAULT_POINTS if not point.startswith("outbox")]
OWN = [*DUE_POINTS, *(point for point in FAULT_POINTS if point.startswith("outbox"))]
# Each digest of the year from February on: when its draft comes, and when it is due.
DUE = (
    ("2023-02-23", "2023-02-27"),
    ("2023-03-23", "2023-03-27"),
    ("2023-04-25", "2023-04-27"),
    ("2023-06-25", "2023-06-27"),
    ("2023-08-23", "2023-08-25"),
)


@dataclass
class Stage:
    """Where a reviewer plays on while bots die."""

    rehearsal: Rehearsal
    url: str

    async def review(self, drafted: str, due: str, *, late: bool) -> None:
        """Edit and approve one draft, before its hour or after; wait until its digest is posted."""
        clock, admin = self.rehearsal.clock, await Stubborn.listening(self.rehearsal.player(ADMIN))
        await clock.move(to=f"{drafted}T09:00:00+08:00")
        await admin.hears("到时自动发出")
        await admin.presses("加一段", "要加的一段话")
        await admin.says(f"补充{due}。", f"补充{due}。")
        if late:
            await admin.presses("先不发", "到时不自动发")
        else:
            await admin.presses("批准", "已批准，到时发出")
        await admin.says("/nothing", "没有这个命令")
        await clock.move(to=f"{due}T09:00:00+08:00")
        if late:
            await admin.hears("等您批准")
            await admin.presses("批准并发出", "已经处理完")
            await admin.says("/nothing", "没有这个命令")
        await clock.move(advance=60)

    async def told(self, words: str) -> int:
        """Count the group's messages that contain words."""
        views = await self.rehearsal.player(ADMIN).inside(GROUP).messages()
        return sum(words in view["text"] for view in views)

    def rows(self, statement: str) -> list[tuple[Any, ...]]:
        """Ask the database."""
        database = opened(self.url)
        with database.engine.connect() as connection:
            found = [tuple(row) for row in connection.execute(text(statement))]
        database.close()
        return found


def _prepared(unit: Unit) -> None:
    """Let the group in; nobody is reminded of anything."""
    rules, _ = read_campaign(CAMPAIGN)
    unit.campaigns.load(rules.model_copy(update={"reminders": None}), LOADED)
    unit.groups.put(Group(GROUP, "专班群", ChatState.APPROVED, CAMPAIGN, None, START))


@pytest.mark.long
async def test_one_post_wherever_the_bots_die(filled: str, tmp_path: Path) -> None:
    database = opened(filled)
    database.write(_prepared, START)
    database.close()
    died: list[str] = []
    async with rehearsing(tmp_path, small_world(flood=False)) as rehearsal, nursery() as forks:
        stage = Stage(rehearsal, filled)
        for play, (drafted, due) in enumerate(DUE):
            spoken = (CONVERSATION * 2)[2 * play : 2 * play + 2]
            points = [OWN[play], *spoken, OWN[play - 1]]
            bots = Mortals(forks, rehearsal.url, filled, [Kill(1, point) for point in points])
            async with bots.alive():
                await stage.review(drafted, due, late=play % 2 == 1)
            died += bots.died_at
            doubles = stage.rows("SELECT coalesce(sum(doubles), 0) FROM outbox WHERE kind = 'digest_text'")
            assert 1 <= await stage.told(f"补充{due}。") <= 1 + doubles[0][0]
    assert {*OWN, *CONVERSATION} <= set(died)
    assert stage.rows("SELECT state, count(*) FROM digest WHERE audience < 0 GROUP BY state") == [
        ("posted", len(DUE))
    ]
    assert stage.rows("SELECT state, count(*) FROM digest_draft GROUP BY state") == [("done", len(DUE))]
    left = "SELECT count(*) FROM outbox WHERE sent_at IS NULL AND kind LIKE 'digest%'"
    assert stage.rows(left) == [(0,)]
