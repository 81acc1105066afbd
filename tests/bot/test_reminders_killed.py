"""kill -9 while reminders are sent: each person has one that is owed, none is lost, a double is counted."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from tests.bot.mortal import Kill, Mortals, nursery
from tests.bot.stores import opened
from tests.rehearsal_client import rehearsing
from tests.rehearsal_world import ANNA, BO, small_world

ROWS = "SELECT chat_id, sent_at, doubles FROM outbox WHERE kind = 'reminder' ORDER BY chat_id"


@pytest.mark.parametrize("point", ["outbox-before-send", "outbox-after-send", "outbox-after-record"])
async def test_killed_at_each_step_of_sending(point: str, filled: str, tmp_path: Path) -> None:
    async with rehearsing(tmp_path, small_world(flood=False)) as rehearsal, nursery() as forks:
        bots = Mortals(forks, rehearsal.url, filled, [Kill(1, point)])
        async with bots.alive():
            await rehearsal.player(ANNA).ask("/my")
            await rehearsal.clock.move(to="2023-02-20T10:00:00+08:00")
            await rehearsal.clock.move(advance=60)
        assert bots.died_at == [point]
        heard = [_reminders(await rehearsal.player(who).messages()) for who in (ANNA, BO)]
    rows = _rows(filled)
    assert [(chat, sent is not None) for chat, sent, _ in rows] == [(ANNA, True), (BO, True)]
    assert all(1 <= times <= 1 + doubles for times, (_, _, doubles) in zip(heard, rows, strict=True))


def _reminders(messages: list[dict[str, Any]]) -> int:
    return sum(message["text"].startswith("提醒\n") for message in messages)


def _rows(url: str) -> list[tuple[int, object, int]]:
    database = opened(url)
    with database.engine.connect() as connection:
        found = [(row[0], row[1], row[2]) for row in connection.execute(text(ROWS))]
    database.close()
    return found
