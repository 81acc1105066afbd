"""Topics of a forum: messages stand in one, and the bot writes into those that exist."""

from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from bot.rehearsal.server import RunningServer
from tests.bot.rehearsal.raw import Raw
from tests.rehearsal_client import Rehearsal, serving
from tests.rehearsal_world import ADMIN, FORUM, GROUP, TOPIC, small_world

GONE = (400, "Bad Request: message thread not found")


@pytest.fixture
async def server(tmp_path: Path) -> AsyncIterator[RunningServer]:
    async with serving(tmp_path / "state", small_world(forum=True)) as running:
        yield running


async def test_what_is_said_in_a_topic_stands_there(raw: Raw, rehearsal: Rehearsal) -> None:
    admin = rehearsal.player(ADMIN).inside(FORUM, TOPIC)
    await rehearsal.post("membership", {"person": ADMIN, "chat": FORUM, "present": True})
    await admin.say("大家好")
    message = (await raw.call("getUpdates"))[-1]["message"]
    assert (message["message_thread_id"], message["is_topic_message"]) == (TOPIC, True)
    assert message["chat"]["is_forum"]
    sent = await raw.call("sendMessage", chat_id=FORUM, message_thread_id=TOPIC, text="好")
    assert sent["message_thread_id"] == TOPIC


async def test_topics_that_do_not_exist(server: RunningServer, raw: Raw, rehearsal: Rehearsal) -> None:
    await rehearsal.post("membership", {"person": ADMIN, "chat": FORUM, "present": True})
    assert await raw.refusal("sendMessage", chat_id=FORUM, message_thread_id=99, text="好") == GONE
    assert await raw.refusal("sendMessage", chat_id=GROUP, message_thread_id=TOPIC, text="好") == GONE
    wish = {"person": ADMIN, "chat": GROUP, "text": "好", "topic": TOPIC}
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{server.url}/rehearsal/say", json=wish) as response,
    ):
        assert (await response.json())["error"] == "no_topic"
