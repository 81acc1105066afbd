"""Starting and ending the rehearsal server: inside a test, or as a process of its own."""

import asyncio
import contextlib
import errno
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from bot.rehearsal import botapi, control, pages, refusals, watching
from bot.rehearsal.errors import PortTakenError
from bot.rehearsal.hooking import Hooking
from bot.rehearsal.stage import Stage, build_stage
from bot.rehearsal.world import World

_HOST = "127.0.0.1"
_HEARTBEAT_SECONDS = 10.0
_BODY_BYTES = refusals.UPLOAD_BYTES + 2 * 1024 * 1024


@dataclass(frozen=True)
class RunningServer:
    """A server at work. `url` has no slash at its end; it is also the root of the Bot API."""

    url: str
    token: str
    stage: Stage
    _runner: web.AppRunner
    _tasks: tuple[asyncio.Task[None], ...]

    async def close(self) -> None:
        """Answer the waiting requests, close the port, release the state directory."""
        self.stage.events.close()
        for task in self._tasks:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task
        await self._runner.cleanup()
        self.stage.clock.alive(self.stage.real_now())
        self.stage.store.close()


async def start_server(
    state_dir: Path, world: World, port: int, real_now: Callable[[], float] = time.time
) -> RunningServer:
    """Start on loopback; port 0 takes a free one.

    Args:
        state_dir: where chats, files, ids and the clock are kept; made if missing.
        world: who is on the stage; on a later start it may add people and groups.
        port: TCP port on 127.0.0.1.
        real_now: real time in Unix seconds.

    Raises:
        PortTakenError: another program has the port.
        StateInUseError: another server works in the state directory.
    """
    stage = build_stage(state_dir, world, real_now)
    runner = web.AppRunner(_application(stage), access_log=None, shutdown_timeout=2)
    try:
        await runner.setup()
        bound = await _bind(runner, port)
    except BaseException:
        await runner.cleanup()
        stage.store.close()
        raise
    tasks = asyncio.create_task(_beat(stage)), asyncio.create_task(Hooking(stage).run())
    return RunningServer(f"http://{_HOST}:{bound}", stage.token, stage, runner, tasks)


def _application(stage: Stage) -> web.Application:
    application = web.Application(
        client_max_size=_BODY_BYTES, middlewares=[pages.own_page_only, control.plain_errors]
    )
    for routes in (botapi.routes(stage), control.routes(stage), watching.routes(stage), pages.routes()):
        application.add_routes(routes)
    return application


async def _bind(runner: web.AppRunner, port: int) -> int:
    try:
        await web.TCPSite(runner, _HOST, port).start()
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise PortTakenError(port) from error
        raise
    return int(runner.addresses[0][1])


async def _beat(stage: Stage) -> None:
    """Signs of life, so that the clock stands still while the server is down."""
    while True:
        stage.clock.alive(stage.real_now())
        await asyncio.sleep(_HEARTBEAT_SECONDS)


def serve(
    state_dir: Path, world: World, port: int, on_ready: Callable[[RunningServer], None] | None = None
) -> None:
    """Run until SIGINT or SIGTERM; `on_ready` is called once the page can be opened.

    Raises:
        PortTakenError: another program has the port.
        StateInUseError: another server works in the state directory.
    """
    asyncio.run(_serve(state_dir, world, port, on_ready))


async def _serve(
    state_dir: Path, world: World, port: int, on_ready: Callable[[RunningServer], None] | None
) -> None:
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    server = await start_server(state_dir, world, port)
    try:
        if on_ready is not None:
            on_ready(server)
        await stopped.wait()
    finally:
        await server.close()
