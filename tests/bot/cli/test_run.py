"""`liaison run` as a process."""

import asyncio
import os
import re
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from pathlib import Path

from tests.bot.stores import CAMPAIGN, ask
from tests.rehearsal_client import serving
from tests.rehearsal_world import small_world

PATIENCE = 60.0


async def started(api_url: str, database_url: str, token: str) -> Process:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("LIAISON_")}
    environment |= {
        "LIAISON_BOT_TOKEN": token,
        "LIAISON_API_URL": api_url,
        "LIAISON_DATABASE_URL": database_url,
        "LIAISON_CAMPAIGN": CAMPAIGN,
    }
    command = (sys.executable, "-m", "bot", "run")
    return await asyncio.create_subprocess_exec(*command, env=environment, stderr=PIPE, stdin=DEVNULL)


async def test_from_nothing_to_a_running_bot_and_its_end(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'new' / 'liaison.sqlite3'}"
    async with serving(tmp_path / "stage", small_world()) as server, asyncio.timeout(PATIENCE):
        process = await started(server.url, url, server.token)
        assert process.stderr
        said = b""
        while b"campaign_time" not in said:
            said += (line := await process.stderr.readline())
            assert line, said
        process.send_signal(signal.SIGTERM)
        said += (await process.communicate())[1]
    assert process.returncode == 0
    assert re.search(rb"campaign_time=\S+\+08:00", said)
    assert server.token.encode() not in said
    assert b"Traceback" not in said
    assert ask(url, lambda unit: unit.campaigns.all()) == [CAMPAIGN]


async def test_a_token_that_telegram_does_not_know(tmp_path: Path, filled_sqlite: str) -> None:
    async with serving(tmp_path / "stage", small_world()) as server, asyncio.timeout(PATIENCE):
        process = await started(server.url, filled_sqlite, "2000000002:not-known")
        _, said = await process.communicate()
    assert process.returncode == 1
    assert "Telegram 不认这个令牌" in said.decode()
    assert "Traceback" not in said.decode()
    assert "not-known" not in said.decode()
