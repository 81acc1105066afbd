"""The client that other tests play through, with a bot that reports what it has worked through."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress

import pytest

from tests.bot.rehearsal.pictures import png
from tests.bot.rehearsal.raw import Json, Raw
from tests.rehearsal_client import Rehearsal
from tests.rehearsal_world import ANNA, BO, GROUP

KEYS = {"inline_keyboard": [[{"text": "保存记录", "callback_data": "save"}]]}


class ReportingBot:
    """Says two things to every message, edits on a press, and reports each update as settled."""

    def __init__(self, raw: Raw, rehearsal: Rehearsal) -> None:
        self.raw = raw
        self.rehearsal = rehearsal

    async def run(self) -> None:
        offset = 0
        while True:
            for update in await self.raw.call("getUpdates", offset=offset, timeout=20):
                await self._answer(update)
                await self.rehearsal.post("settled", {"update_id": update["update_id"]})
                offset = update["update_id"] + 1

    async def _answer(self, update: Json) -> None:
        if "callback_query" in update:
            message = update["callback_query"]["message"]
            here = {"chat_id": message["chat"]["id"], "message_id": message["message_id"]}
            await self.raw.call("editMessageText", text="已保存", **here)
            query = update["callback_query"]["id"]
            await self.raw.call("answerCallbackQuery", callback_query_id=query, text="好了")
        elif update.get("message", {}).get("text") != "别说话":
            chat = update[next(kind for kind in update if kind != "update_id")]["chat"]["id"]
            await self.raw.call("sendMessage", chat_id=chat, text="第一句")
            await self.raw.call("sendMessage", chat_id=chat, text="第二句", reply_markup=KEYS)


@pytest.fixture
async def reporting(raw: Raw, rehearsal: Rehearsal) -> AsyncIterator[None]:
    await rehearsal.post("clock/reached", {"version": 1, "next_due": None})
    task = asyncio.create_task(ReportingBot(raw, rehearsal).run())
    yield
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


@pytest.mark.usefixtures("reporting")
async def test_asking_collects_everything_that_was_said(rehearsal: Rehearsal) -> None:
    anna = rehearsal.player(ANNA)
    answers = await anna.ask("你好")
    assert [answer.text for answer in answers] == ["第一句", "第二句"]
    assert answers.text == "第一句\n第二句"
    assert answers.buttons == [["保存记录"]]
    assert answers[-1].labels == ["保存记录"]
    assert await anna.transcript() == [
        ("演示甲", "你好", []),
        ("对口联系助手", "第一句", []),
        ("对口联系助手", "第二句", [["保存记录"]]),
    ]


@pytest.mark.usefixtures("reporting")
async def test_telling_may_get_no_answer_and_asking_may_not(rehearsal: Rehearsal) -> None:
    assert len(await rehearsal.player(ANNA).tell("别说话")) == 0
    with pytest.raises(AssertionError, match="no answer"):
        await rehearsal.player(ANNA).ask("别说话")


@pytest.mark.usefixtures("reporting")
async def test_pressing_by_part_of_a_label(rehearsal: Rehearsal) -> None:
    anna = rehearsal.player(ANNA)
    await anna.ask("你好")
    pressed = await anna.press("保存")
    assert [(answer.kind, answer.text) for answer in pressed] == [("edited", "已保存"), ("toast", "好了")]
    assert pressed.toasts == ["好了"]
    assert pressed.last.text == "已保存"
    with pytest.raises(AssertionError, match="no button '保存'"):
        await anna.press("保存")


@pytest.mark.usefixtures("reporting")
async def test_a_button_that_is_gone_can_be_pressed_on_an_old_device(rehearsal: Rehearsal) -> None:
    anna = rehearsal.player(ANNA)
    shown = (await anna.ask("你好")).last
    await anna.press("保存")
    here = {"person": ANNA, "chat": ANNA, "message_id": shown.id, "data": "save"}
    assert (await rehearsal.post("press", {**here, "stale": True}))["update_ids"]


@pytest.mark.usefixtures("reporting")
async def test_everything_else_a_person_can_send(rehearsal: Rehearsal) -> None:
    await rehearsal.flood(False)
    anna = rehearsal.player(ANNA)
    said = await anna.tell("别说话")
    for answers in (
        await anna.photo(png(), "座谈"),
        await anna.document(b"x", "表.xlsx"),
        await anna.location(29.0, 114.5),
        await anna.edit(said.receipt["message_id"], "说吧"),
    ):
        assert [answer.text for answer in answers] == ["第一句", "第二句"]


@pytest.mark.usefixtures("reporting")
async def test_a_long_text_is_settled_when_its_last_piece_is(rehearsal: Rehearsal) -> None:
    await rehearsal.flood(False)
    assert len(await rehearsal.player(ANNA).ask("字" * 9000)) == 6


@pytest.mark.usefixtures("reporting")
async def test_hearing_what_the_bot_says_of_its_own_accord(raw: Raw, rehearsal: Rehearsal) -> None:
    group = rehearsal.player(BO).inside(GROUP)
    await group.ask("大家好")
    waiting = asyncio.create_task(group.hears("双月调度"))
    await raw.call("sendMessage", chat_id=GROUP, text="别的")
    await raw.call("sendMessage", chat_id=GROUP, text="双月调度 截至 2月27日")
    assert (await waiting).text == "双月调度 截至 2月27日"


async def test_a_bot_that_does_not_report_is_heard_at_its_first_word(raw: Raw, rehearsal: Rehearsal) -> None:
    asking = asyncio.create_task(rehearsal.player(ANNA).ask("你好"))
    await raw.call("getUpdates", timeout=20)
    await raw.call("sendMessage", chat_id=ANNA, text="在")
    assert (await asking).text == "在"
