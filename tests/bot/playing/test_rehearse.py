"""`liaison rehearse` as it is used: two processes, killed, moved on, ended and started again."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.playing.cast import ADMIN_ID, APPROVED_GROUP_ID
from tests.rehearsal_client import Rehearsal, talking_to

PATIENCE = 60.0
DIGEST = ["【演示】双月调度", "picture"]


@dataclass
class Window:
    """The window in which the command runs: what it says, and its end."""

    process: asyncio.subprocess.Process
    port: int

    async def says(self, part: str) -> str:
        """Read on until a line holds the words."""
        assert self.process.stderr
        async with asyncio.timeout(PATIENCE):
            while line := (await self.process.stderr.readline()).decode():
                if part in line:
                    return line
        raise AssertionError(f"it ended without saying {part}")

    async def bot(self) -> int:
        """Read on until the bot works; return its process id."""
        pid = int((await self.says("已启动")).partition("进程 ")[2].partition("）")[0])
        await self.says("campaign_time")
        return pid

    async def ends(self) -> int:
        """End it as Ctrl-C does; return the exit code."""
        self.process.send_signal(signal.SIGINT)
        async with asyncio.timeout(PATIENCE):
            await self.process.communicate()
        assert self.process.returncode is not None
        return self.process.returncode


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


async def started(state: Path, port: int, *more: str) -> asyncio.subprocess.Process:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("LIAISON_")}
    command = ("-m", "bot", "rehearse", "--state", str(state), "--port", str(port), *more)
    return await asyncio.create_subprocess_exec(
        sys.executable,
        *command,
        env=environment,
        stderr=asyncio.subprocess.PIPE,
        stdin=asyncio.subprocess.DEVNULL,
    )


@asynccontextmanager
async def window(state: Path, port: int) -> AsyncIterator[tuple[Window, Rehearsal]]:
    process = await started(state, port)
    try:
        async with talking_to(f"http://127.0.0.1:{port}") as rehearsal:
            yield Window(process, port), rehearsal
    finally:
        if process.returncode is None:
            process.terminate()
            await process.communicate()


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


async def digests(rehearsal: Rehearsal) -> list[str]:
    messages = await rehearsal.player(ADMIN_ID).inside(APPROVED_GROUP_ID).messages()
    return ["picture" if "photo" in view else view["text"].splitlines()[0] for view in messages]


async def test_a_killed_bot_comes_back_and_a_second_start_goes_on(tmp_path: Path) -> None:
    port = free_port()
    async with window(tmp_path, port) as (first, rehearsal):
        await first.says("正在准备")
        os.kill(await first.bot(), signal.SIGKILL)
        await first.says("已停止（-9）")
        await rehearsal.clock.move(to="2023-02-27T09:30:00+08:00", wait=False)
        assert await digests(rehearsal) == []
        await asks_again(tmp_path, port)
        await first.says("已重新启动")
        await first.says("campaign_time")
        await rehearsal.clock.reached((await rehearsal.get("clock"))["version"])
        assert await digests(rehearsal) == DIGEST
        assert await first.ends() == 0
    async with window(tmp_path, port) as (second, rehearsal):
        assert "排练页面" in await second.says("")
        bot = await second.bot()
        answer = await rehearsal.player(ADMIN_ID).ask("/status")
        assert "登记联系 16 次" in answer.text
        assert (await rehearsal.clock.now()).isoformat() > "2023-02-27T01:30"
        assert await digests(rehearsal) == DIGEST
        assert await second.ends() == 0
        assert not alive(bot)


async def asks_again(state: Path, port: int) -> None:
    """Run the command once more beside the one that runs: it asks that one to start the bot."""
    process = await started(state, port)
    _, said = await process.communicate()
    assert process.returncode == 0
    assert "排练已经在运行" in said.decode()


async def test_a_port_that_is_taken(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        process = await started(tmp_path, port)
        _, said = await process.communicate()
    assert process.returncode == 1
    assert f"端口 {port} 已被别的程序占用" in said.decode()
    assert "Traceback" not in said.decode()


async def test_a_folder_of_another_campaign(tmp_path: Path) -> None:
    (tmp_path / "rehearsal.json").write_text('{"campaign": "anhui-2022"}', "utf-8")
    process = await started(tmp_path, free_port())
    _, said = await process.communicate()
    assert process.returncode == 1
    assert "是另一个专项工作（anhui-2022）的排练" in said.decode()
