"""Two processes side by side: the rehearsal server and the bot, which may be killed and started again."""

import asyncio
import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.cli.terminal import note
from bot.playing import texts
from bot.playing.cast import TOKEN
from bot.playing.prepare import database_url

LOOKS = ("LIAISON_LOG_", "LIAISON_MAP")
"""What a rehearsal leaves as it is: how something looks, not what is done where."""
_READY_SECONDS = 60.0
_END_SECONDS = 15.0
_PR_SET_PDEATHSIG = 1
Process = asyncio.subprocess.Process


@dataclass(frozen=True, slots=True)
class Place:
    """Where a rehearsal takes place: its folder, its campaign, its port on loopback."""

    state: Path
    campaign: str
    port: int

    @property
    def url(self) -> str:
        """The address of the page, and of the Bot API."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def world(self) -> Path:
        """The file that tells the server who plays."""
        return self.state / "world.json"


class Supervisor:
    """Keeps a rehearsal running until it is told to end.

    A bot that ended stays ended, so that its death can be rehearsed too, until SIGHUP or the enter key.
    """

    def __init__(self, place: Place) -> None:
        self._place = place
        self._bot: Process | None = None
        self._end = asyncio.Event()
        self._start_bot = asyncio.Event()

    async def run(self) -> int:
        """Start both, wait, end both; return the exit code."""
        self._listen()
        server = await self._spawn(
            *("bot.playing.serve", *self._server_arguments()), environment=os.environ, stdout=subprocess.PIPE
        )
        try:
            if not await self._answers(server):
                if not self._end.is_set():
                    note(texts.NOT_READY)
                return int(not self._end.is_set())
            await self._play(server)
            return int(server.returncode is not None)
        finally:
            note(texts.ENDING)
            await _ended(self._bot)
            await _ended(server)
            note(texts.ENDED.format(state=self._place.state))

    async def _play(self, server: Process) -> None:
        self._bot = await self._spawn_bot()
        note(texts.READY.format(url=self._place.url, pid=self._bot.pid, state=self._place.state))
        down = asyncio.create_task(server.wait())
        ended = asyncio.create_task(self._end.wait())
        bot = asyncio.create_task(self._keep_bot())
        await asyncio.wait({down, ended, bot}, return_when=asyncio.FIRST_COMPLETED)
        if down.done():
            note(texts.SERVER_ENDED.format(code=server.returncode))
        for task in (down, ended, bot):
            task.cancel()
        await asyncio.gather(down, ended, bot, return_exceptions=True)

    async def _keep_bot(self) -> None:
        while self._bot is not None:
            code = await self._bot.wait()
            note(texts.BOT_ENDED.format(pid=self._bot.pid, code=code, url=self._place.url))
            self._start_bot.clear()
            await self._start_bot.wait()
            self._bot = await self._spawn_bot()
            note(texts.BOT_STARTED.format(pid=self._bot.pid))

    def _listen(self) -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self._end.set)
        loop.add_signal_handler(signal.SIGHUP, self._wanted)
        if sys.stdin.isatty():
            loop.add_reader(sys.stdin.fileno(), self._typed)

    def _wanted(self) -> None:
        if self._bot is not None and self._bot.returncode is None:
            note(texts.BOT_RUNS.format(pid=self._bot.pid))
        self._start_bot.set()

    def _typed(self) -> None:
        # In the background a read would stop the whole process.
        if os.tcgetpgrp(sys.stdin.fileno()) != os.getpgrp():
            return
        if sys.stdin.readline():
            self._wanted()
        else:
            asyncio.get_running_loop().remove_reader(sys.stdin.fileno())

    async def _answers(self, server: Process) -> bool:
        """Wait until the server says its address: its page can be opened. False when it ends instead."""
        told = asyncio.create_task(_line(server.stdout))
        ended = asyncio.create_task(self._end.wait())
        await asyncio.wait({told, ended}, timeout=_READY_SECONDS, return_when=asyncio.FIRST_COMPLETED)
        ready = told.done() and told.result() == self._place.url
        for task in (told, ended):
            task.cancel()
        await asyncio.gather(told, ended, return_exceptions=True)
        return ready

    def _server_arguments(self) -> tuple[str, ...]:
        return str(self._place.state / "stage"), str(self._place.world), str(self._place.port)

    async def _spawn_bot(self) -> Process:
        arguments = ("run", "--rehearsal-url", self._place.url)
        return await self._spawn("bot", *arguments, environment=bot_environment(self._place))

    async def _spawn(
        self, module: str, *arguments: str, environment: Mapping[str, str], stdout: int | None = None
    ) -> Process:
        # Groups of their own: Ctrl-C reaches this process alone, which then ends both in order.
        return await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", module, *arguments),
            env=environment,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=stdout,
            process_group=0,
            preexec_fn=_end_with_parent,
        )


def _end_with_parent() -> None:
    """Have the kernel end this process when its parent is killed; where that is not offered, do nothing."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def bot_environment(place: Place) -> dict[str, str]:
    """Return the environment of the bot's process: the rehearsal's settings and, of all others, `LOOKS`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LIAISON_")}
    looks = {name: value for name, value in os.environ.items() if name.startswith(LOOKS)}
    return (
        kept
        | looks
        | {
            "LIAISON_BOT_TOKEN": TOKEN,
            "LIAISON_API_URL": place.url,
            "LIAISON_DATABASE_URL": database_url(place.state),
            "LIAISON_CAMPAIGN": place.campaign,
        }
    )


async def _line(stream: asyncio.StreamReader | None) -> str:
    return (await stream.readline()).decode().strip() if stream else ""


async def _ended(process: Process | None) -> None:
    """End a process in the polite way, and in the other one when it does not."""
    if process is None or process.returncode is not None:
        return
    process.terminate()
    try:
        await asyncio.wait_for(process.wait(), _END_SECONDS)
    except TimeoutError:
        process.kill()
        await process.wait()
