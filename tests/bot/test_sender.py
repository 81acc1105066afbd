"""The outbox is delivered once, in order, whatever Telegram and the network do."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.outcomes import Message, Outcome, Sent
from campaign.vocabulary import ChatState
from storage import Database, StoreBusy, Unit
from tests.bot.deliveries import BROKEN, delivering
from tests.rehearsal_client import rehearsing
from tests.rehearsal_world import ADMIN, ANNA, BASIC, BO, GROUP, START, STRANGER, small_world

TEXTS = ("演示一", "演示二", "演示三")
CALM = small_world(flood=False)


async def test_what_is_owed_arrives_in_order_and_its_id_is_kept(tmp_path: Path, filled: str) -> None:
    async with rehearsing(tmp_path, CALM) as stage, delivering(filled, stage.url) as post:
        await post.owe(ANNA, *TEXTS)
        rows = await post.rows()
        assert [view["text"] for view in await stage.player(ANNA).messages()] == list(TEXTS)
        assert [row["message_id"] for row in rows] == [1, 2, 3]
        assert not any(row["open"] or row["uncertain"] for row in rows)


async def test_what_is_not_due_yet_waits(tmp_path: Path, filled_sqlite: str) -> None:
    async with (
        rehearsing(tmp_path, CALM) as stage,
        delivering(filled_sqlite, stage.url) as post,
    ):
        await post.owe(ANNA, "演示以后", later=3600)
        await post.owe(ANNA, "演示现在")
        assert [row["open"] for row in await post.rows()] == [True, False]


async def test_a_message_of_the_next_moment_needs_no_poke(tmp_path: Path, filled_sqlite: str) -> None:
    async with (
        rehearsing(tmp_path, CALM) as stage,
        delivering(filled_sqlite, stage.url) as post,
    ):
        await post.owe(ANNA, "演示稍后", later=0.3)
        await post.sender.idle()
        await stage.player(ANNA).hears("演示稍后")


@pytest.mark.parametrize(
    ("kind", "seconds", "unsure"),
    [("429", 1.0, False), ("500", 0.0, False), ("502", 0.0, True), ("reset", 0.0, True), ("hang", 2.0, True)],
)
async def test_passing_troubles_pass(
    tmp_path: Path, filled_sqlite: str, kind: str, seconds: float, unsure: bool
) -> None:
    async with (
        rehearsing(tmp_path, CALM) as stage,
        delivering(filled_sqlite, stage.url) as post,
    ):
        await stage.fault("sendMessage", kind, seconds=seconds, times=2)
        await post.owe(ANNA, *TEXTS)
        await stage.player(ANNA).hears(TEXTS[2])
        rows = await post.rows()
        assert [view["text"] for view in await stage.player(ANNA).messages()] == list(TEXTS)
        assert [row["attempts"] for row in rows] == [3, 1, 1]
        assert await post.doubles() == (2 if unsure else 0)


async def test_a_lost_answer_is_counted_as_a_possible_double(tmp_path: Path, filled: str) -> None:
    async with rehearsing(tmp_path, CALM) as stage, delivering(filled, stage.url) as post:
        await stage.fault("sendMessage", "lost")
        await post.owe(ANNA, *TEXTS)
        await stage.player(ANNA).hears(TEXTS[2])
        await post.rows()
        arrived = [view["text"] for view in await stage.player(ANNA).messages()]
        assert arrived == [TEXTS[0], *TEXTS]
        assert await post.doubles() == 1


async def test_a_try_that_the_process_did_not_survive_is_made_again(tmp_path: Path, filled: str) -> None:
    async with rehearsing(tmp_path, CALM) as stage, delivering(filled, stage.url) as post:
        await post.owe(ANNA, "演示", later=0.2)
        await post.threads.write(lambda unit: unit.outbox.mark_trying(1))
        await stage.player(ANNA).hears("演示")
        (row,) = await post.rows()
        assert (row["attempts"], row["doubles"], row["uncertain"]) == (2, 1, False)


async def test_nothing_is_sent_twice_however_often_the_outbox_is_looked_at(
    tmp_path: Path, filled: str
) -> None:
    many = [f"演示{n}" for n in range(40)]
    async with rehearsing(tmp_path, CALM) as stage, delivering(filled, stage.url) as post:
        for text in many:
            await post.owe(ANNA, text)
            await post.owe(BO, text)
        assert [row["attempts"] for row in await post.rows()] == [1] * 80
        assert [view["text"] for view in await stage.player(ANNA).messages()] == many


async def test_a_slow_chat_holds_up_no_other(tmp_path: Path, filled_sqlite: str) -> None:
    async with (
        rehearsing(tmp_path, CALM) as stage,
        delivering(filled_sqlite, stage.url, answer_seconds=8.0) as post,
    ):
        await stage.fault("sendMessage", "hang", seconds=1.5, chat_id=ANNA)
        await post.owe(ANNA, "演示慢")
        await post.owe(BO, "演示快")
        await stage.player(BO).hears("演示快", patience=1.0)


async def test_what_comes_later_does_not_overtake_what_was_put_off(
    tmp_path: Path, filled_sqlite: str
) -> None:
    async with (
        rehearsing(tmp_path, CALM) as stage,
        delivering(filled_sqlite, stage.url) as post,
    ):
        await stage.fault("sendMessage", "429", seconds=1.0)
        await post.owe(ANNA, TEXTS[0])
        await post.sender.idle()
        await post.owe(ANNA, TEXTS[1])
        await stage.player(ANNA).hears(TEXTS[1])
        assert [view["text"] for view in await stage.player(ANNA).messages()] == list(TEXTS[:2])


async def test_a_group_that_threw_the_bot_out_is_marked_and_the_admin_told_once(
    tmp_path: Path, filled: str
) -> None:
    async with rehearsing(tmp_path, CALM) as stage, delivering(filled, stage.url) as post:
        await post.approve(GROUP, "专班群")
        await stage.post("membership", {"person": ADMIN, "chat": GROUP, "present": False})
        await post.owe(GROUP, *TEXTS)
        rows = await post.rows()
        assert [row["error"] for row in rows[:3]] == ["forbidden"] * 3
        group = await post.threads.read(lambda unit: unit.groups.get(GROUP))
        assert group
        assert group.state is ChatState.LEFT
        await stage.player(ADMIN).hears("专班群")
        assert len(await stage.player(ADMIN).messages()) == 1


async def test_a_person_who_blocked_the_bot_is_marked_and_the_admin_told(
    tmp_path: Path, filled_sqlite: str
) -> None:
    async with (
        rehearsing(tmp_path, CALM) as stage,
        delivering(filled_sqlite, stage.url) as post,
    ):
        await stage.player(ANNA).block()
        await post.owe(ANNA, *TEXTS)
        await stage.player(ADMIN).hears("演示经审办主任")
        await post.rows()
        assert len(await stage.player(ADMIN).messages()) == 1


async def test_an_admin_who_blocked_the_bot_is_told_nothing(tmp_path: Path, filled_sqlite: str) -> None:
    async with (
        rehearsing(tmp_path, CALM) as stage,
        delivering(filled_sqlite, stage.url) as post,
    ):
        await stage.player(ADMIN).block()
        await post.owe(ADMIN, "演示")
        assert [row["error"] for row in await post.rows()] == ["forbidden"]
        assert not await post.threads.read(lambda unit: unit.people.admins("jiujiang-2022-demo"))


async def test_a_stranger_who_never_wrote_is_given_up(tmp_path: Path, filled_sqlite: str) -> None:
    async with (
        rehearsing(tmp_path, CALM) as stage,
        delivering(filled_sqlite, stage.url) as post,
    ):
        await post.owe(STRANGER, "演示")
        (row,) = await post.rows()
        assert row["failed_at"]
        assert not row["open"]


async def test_a_group_that_moved_is_followed(tmp_path: Path, filled: str) -> None:
    async with rehearsing(tmp_path, CALM) as stage, delivering(filled, stage.url) as post:
        await post.approve(BASIC, "小组群")
        moved = await stage.post("upgrade", {"chat": BASIC})
        new_chat = -1_000_000_000_000 - abs(BASIC)
        await post.owe(BASIC, *TEXTS)
        rows = await post.rows()
        assert moved
        assert {row["chat_id"] for row in rows} == {new_chat}
        assert not any(row["open"] for row in rows)
        texts = [view["text"] for view in await stage.player(ANNA).inside(new_chat).messages()]
        assert [text for text in texts if text in TEXTS] == list(TEXTS)
        group = await post.threads.read(lambda unit: unit.groups.get(new_chat))
        assert group
        assert group.state is ChatState.APPROVED


async def test_a_message_that_cannot_be_made_holds_up_no_other(tmp_path: Path, filled_sqlite: str) -> None:
    async with (
        rehearsing(tmp_path, CALM) as stage,
        delivering(filled_sqlite, stage.url) as post,
    ):
        await post.owe(ANNA, BROKEN, "演示")
        await stage.player(ANNA).hears("演示")
        assert [row["error"] for row in await post.rows()][:2] == ["render", None]
        await stage.player(ADMIN).hears("演示经审办主任")


async def test_text_that_telegram_cannot_parse_is_given_up(tmp_path: Path, filled_sqlite: str) -> None:
    async with (
        rehearsing(tmp_path, CALM) as stage,
        delivering(filled_sqlite, stage.url) as post,
    ):
        await post.owe(ANNA, "<b>演示", "演示")
        await stage.player(ANNA).hears("演示")
        assert [row["error"] for row in await post.rows()][:2] == ["bad_request", None]


class Slow:
    """A post that answers when it is let."""

    def __init__(self) -> None:
        self.called = asyncio.Event()
        self.may_answer = asyncio.Event()

    async def send(
        self, chat_id: int, topic_id: int | None, message: Message, on_turn: Callable[[], Awaitable[None]]
    ) -> Outcome:
        assert message.text
        assert topic_id is None
        await on_turn()
        self.called.set()
        await self.may_answer.wait()
        return Sent(chat_id)


async def test_at_the_end_calls_under_way_get_their_outcome(filled_sqlite: str) -> None:
    slow = Slow()
    async with delivering(filled_sqlite, "http://127.0.0.1:1", slow) as post:
        await post.owe(ANNA, *TEXTS)
        await slow.called.wait()
        asyncio.get_running_loop().call_later(0.05, slow.may_answer.set)
    later = START + timedelta(minutes=1)
    async with delivering(filled_sqlite, "http://127.0.0.1:1", slow, at=later) as post:

        def first(unit: Unit) -> bool:
            return unit.outbox.doubles() == 0

        assert await post.threads.read(first)
        assert [row["message_id"] for row in await post.rows()] == [ANNA] * 3


class Unwilling:
    """A database that refuses the next two units of work that write."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.refusals = 2

    def write(self, work: Callable[[Unit], object], now: datetime) -> object:
        if self.refusals:
            self.refusals -= 1
            raise StoreBusy("connection lost")
        return self._database.write(work, now)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._database, name)


async def test_an_outcome_that_cannot_be_noted_at_once_is_no_reason_to_send_again(filled_sqlite: str) -> None:
    slow = Slow()
    async with delivering(filled_sqlite, "http://127.0.0.1:1", slow) as post:
        await post.owe(ANNA, TEXTS[0])
        await slow.called.wait()
        unwilling: Any = Unwilling(post.threads.database)
        post.threads.database = unwilling
        slow.may_answer.set()
        assert [(row["attempts"], row["open"]) for row in await post.rows()] == [(1, False)]
        assert (unwilling.refusals, await post.doubles()) == (0, 0)
