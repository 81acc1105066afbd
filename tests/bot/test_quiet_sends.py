"""What is late, or tried again, does not go out at night; what answers somebody does."""

from datetime import datetime
from pathlib import Path

from bot.pauses import Pauses
from tests.bot.deliveries import delivering
from tests.rehearsal_client import rehearsing
from tests.rehearsal_world import ANNA, GROUP, STRANGER, small_world

CALM = small_world(flood=False)
EVENING = datetime.fromisoformat("2023-02-27T20:50:00+08:00")
NIGHT = datetime.fromisoformat("2023-02-27T21:30:00+08:00")
MORNING = datetime.fromisoformat("2023-02-28T08:00:00+08:00")


async def test_what_was_owed_by_day_and_starts_late_waits_for_the_morning(
    tmp_path: Path, filled: str
) -> None:
    async with rehearsing(tmp_path, CALM) as stage, delivering(filled, stage.url, at=NIGHT) as post:
        await post.approve(GROUP, "专班群")
        await post.owe(ANNA, "演示一", later=-12 * 3600)
        await post.owe(GROUP, "演示二", later=-12 * 3600)
        rows = await post.rows()
        assert [(row["open"], row["attempts"], row["not_before"]) for row in rows] == [(True, 0, MORNING)] * 2
        post.move(MORNING)
        assert [row["open"] for row in await post.rows()] == [False, False]


async def test_another_try_that_falls_into_the_night_waits_for_the_morning(
    tmp_path: Path, filled_sqlite: str
) -> None:
    async with (
        rehearsing(tmp_path, CALM) as stage,
        delivering(filled_sqlite, stage.url, at=EVENING, pauses=Pauses(60.0, 60.0)) as post,
    ):
        await stage.fault("sendMessage", "500")
        await post.owe(ANNA, "演示")
        await post.sender.idle()
        post.move(NIGHT)
        (row,) = await post.rows()
        assert (row["open"], row["attempts"], row["not_before"]) == (True, 1, MORNING)
        post.move(MORNING)
        (row,) = await post.rows()
        assert (row["open"], row["attempts"]) == (False, 2)


async def test_what_answers_somebody_waits_for_nothing(tmp_path: Path, filled_sqlite: str) -> None:
    async with rehearsing(tmp_path, CALM) as stage, delivering(filled_sqlite, stage.url, at=NIGHT) as post:
        await post.owe(ANNA, "演示以后")
        await post.owe(ANNA, "演示马上", at_once=True)
        assert [row["open"] for row in await post.rows()] == [True, False]
        assert [view["text"] for view in await stage.player(ANNA).messages()] == ["演示马上"]


async def test_who_belongs_to_no_campaign_has_no_quiet_hours(tmp_path: Path, filled_sqlite: str) -> None:
    async with rehearsing(tmp_path, CALM) as stage, delivering(filled_sqlite, stage.url, at=NIGHT) as post:
        await post.owe(STRANGER, "演示")
        assert [row["failed_at"] is not None for row in await post.rows()] == [True]


async def test_a_clock_that_is_moved_over_the_moment_sends_as_of_the_moment(
    tmp_path: Path, filled_sqlite: str
) -> None:
    async with rehearsing(tmp_path, CALM) as stage, delivering(filled_sqlite, stage.url, at=NIGHT) as post:
        await post.owe(ANNA, "演示", later=-12 * 3600)
        await post.sender.idle(datetime.fromisoformat("2023-02-27T08:30:00+08:00"))
        assert [row["open"] for row in await post.rows()] == [False]
