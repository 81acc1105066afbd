"""What a rehearsal keeps over a restart and a kill."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest

from bot.rehearsal.errors import PortTakenError, StateInUseError
from bot.rehearsal.server import start_server
from tests.bot.rehearsal.pictures import png
from tests.bot.rehearsal.raw import Raw
from tests.bot.rehearsal.real_time import RealTime
from tests.rehearsal_client import Rehearsal, serving, talking_to
from tests.rehearsal_world import ADMIN, ANNA, NEWCOMER, WAITING, small_world

SERVE = """
import sys
from pathlib import Path
from bot.rehearsal.server import serve
from bot.rehearsal.world import World
world = World.load(Path(sys.argv[2]))
serve(Path(sys.argv[1]), world, 0, lambda server: print(server.url, flush=True))
"""


async def _play(rehearsal: Rehearsal, raw: Raw) -> None:
    await rehearsal.player(NEWCOMER).say("/start")
    await raw.call("sendMessage", chat_id=NEWCOMER, text="<b>您好</b>", parse_mode="HTML")
    await rehearsal.player(ANNA).block()
    await rehearsal.post("membership", {"person": ADMIN, "chat": WAITING, "present": True})
    await rehearsal.player(ADMIN).send("photo", png(), caption="座谈")


@asynccontextmanager
async def _open(folder: Path, real_time: RealTime) -> AsyncIterator[tuple[Rehearsal, Raw]]:
    async with (
        serving(folder, small_world(), real_now=real_time) as server,
        talking_to(server.url) as rehearsal,
        aiohttp.ClientSession() as session,
    ):
        yield rehearsal, Raw(server, session)


async def test_a_restart_goes_on_where_it_stopped(tmp_path: Path, real_time: RealTime) -> None:
    async with _open(tmp_path, real_time) as (first, raw):
        await _play(first, raw)
        world = await first.get("world")
        chat = await first.get(f"chats/{NEWCOMER}")
    async with _open(tmp_path, real_time) as (again, raw):
        sent = await raw.call("sendMessage", chat_id=NEWCOMER, text="继续")
        now = await again.get("world")
        messages = (await again.get(f"chats/{NEWCOMER}"))["messages"]
    assert sent["message_id"] > chat["messages"][-1]["id"]
    assert (now["people"], now["groups"]) == (world["people"], world["groups"])
    assert messages[:-1] == chat["messages"]


async def test_unacknowledged_updates_come_again(tmp_path: Path, real_time: RealTime) -> None:
    async with _open(tmp_path, real_time) as (first, raw):
        await _play(first, raw)
        oldest, second = await raw.call("getUpdates", limit=2)
        assert (await raw.call("getUpdates", offset=oldest["update_id"] + 1))[0] == second
    async with _open(tmp_path, real_time) as (_, raw):
        updates = await raw.call("getUpdates")
    assert updates[0] == second
    assert [next(kind for kind in update if kind != "update_id") for update in updates] == [
        "my_chat_member", "my_chat_member", "message", "message"]  # fmt: skip


async def test_files_are_still_there(tmp_path: Path, real_time: RealTime) -> None:
    async with _open(tmp_path, real_time) as (_, raw):
        sent = await raw.upload("sendDocument", "document", b"words", "a.txt", chat_id=str(ANNA))
    async with _open(tmp_path, real_time) as (_, raw):
        path = (await raw.call("getFile", file_id=sent["result"]["document"]["file_id"]))["file_path"]
        assert await raw.file(path) == b"words"


async def test_the_token_stays_with_the_state(tmp_path: Path) -> None:
    async with serving(tmp_path, small_world()) as server:
        token = server.token
    other = small_world().model_copy(update={"token": "7:other"})
    async with serving(tmp_path, other) as server:
        assert server.token == token


async def test_a_later_world_may_add_people(tmp_path: Path) -> None:
    few = small_world().model_copy(update={"people": small_world().people[:4], "groups": []})
    async with serving(tmp_path, few):
        pass
    async with serving(tmp_path, small_world()) as server, talking_to(server.url) as rehearsal:
        world = await rehearsal.get("world")
        assert len(world["people"]) == 6
        assert len(world["groups"]) == 3


async def test_a_taken_port_is_told_in_a_sentence(tmp_path: Path) -> None:
    async with serving(tmp_path / "a", small_world()) as server:
        port = int(server.url.rpartition(":")[2])
        with pytest.raises(PortTakenError, match=f"Port {port} is in use"):
            await start_server(tmp_path / "b", small_world(), port)


async def test_two_servers_never_share_a_directory(tmp_path: Path) -> None:
    async with serving(tmp_path, small_world()):
        with pytest.raises(StateInUseError, match="Another rehearsal server"):
            await start_server(tmp_path, small_world(), 0)


def _start(state: Path, world: Path) -> tuple[subprocess.Popen[str], str]:
    process = subprocess.Popen(
        [sys.executable, "-c", SERVE, str(state), str(world)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    return process, process.stdout.readline().strip()


async def test_killed_in_full_flight_nothing_is_lost(tmp_path: Path) -> None:
    world = tmp_path / "world.json"
    world.write_text(small_world().model_dump_json())
    said: list[str] = []
    for turn in range(2):
        process, url = _start(tmp_path / "state", world)
        async with talking_to(url) as rehearsal:
            for number in range(20):
                said.append(f"第{turn}轮第{number}句")
                await rehearsal.player(ANNA).say(said[-1])
        os.kill(process.pid, signal.SIGKILL)
        process.communicate()
    process, url = _start(tmp_path / "state", world)
    async with talking_to(url) as rehearsal, aiohttp.ClientSession() as session:
        assert [text for _, text, _ in await rehearsal.player(ANNA).transcript()] == said
        token = json.loads(world.read_text())["token"]
        async with session.get(f"{url}/bot{token}/getUpdates") as response:
            updates = (await response.json())["result"]
    assert [update["message"]["text"] for update in updates] == said
    process.kill()
    process.communicate()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_it_ends_cleanly_though_bot_and_page_are_waiting(
    tmp_path: Path, number: signal.Signals
) -> None:
    world = tmp_path / "world.json"
    world.write_text(small_world().model_dump_json())
    process, url = _start(tmp_path / "state", world)
    async with aiohttp.ClientSession() as session, session.ws_connect(f"{url}/rehearsal/live") as page:
        poll = asyncio.create_task(session.get(f"{url}/bot{small_world().token}/getUpdates?timeout=50"))
        async with talking_to(url) as rehearsal:
            while not (await rehearsal.get("world"))["bot"]["online"]:
                pass
        process.send_signal(number)
        async with await poll as response:
            assert (await response.json())["result"] == []
        await page.receive()
    process.communicate(timeout=20)
    assert process.returncode == 0


async def test_a_page_of_an_earlier_run_comes_back_before_anything_has_happened(tmp_path: Path) -> None:
    world = tmp_path / "world.json"
    world.write_text(small_world().model_dump_json())
    process, url = _start(tmp_path / "state", world)
    try:
        async with (
            asyncio.timeout(20),
            aiohttp.ClientSession() as session,
            session.ws_connect(f"{url}/rehearsal/live?after=1") as page,
            talking_to(url) as rehearsal,
        ):
            await rehearsal.player(ANNA).say("又见面了")
            (event,) = (e for e in json.loads(await page.receive_str()) if e["kind"] == "message")
            assert "又见面了" in json.dumps(event, ensure_ascii=False)
    finally:
        process.kill()
        process.communicate()
