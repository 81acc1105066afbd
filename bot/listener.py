"""The port that the bot listens on: the webhook, health checks, metrics."""

from collections.abc import Awaitable, Callable, Mapping

from aiohttp import web

BODY_BYTES = 1024 * 1024
"""More than any update has."""
Answer = Callable[[web.Request], Awaitable[web.Response]]


class CannotListen(Exception):  # noqa: N818 - said in plain words by whoever started the program
    """The address is not ours, or another program has it."""


class Listener:
    """Answers on one address. `gets` and `posts` map paths to who answers them."""

    def __init__(
        self, address: str, gets: Mapping[str, Answer], posts: Mapping[str, Answer], closing: float
    ) -> None:
        host, _, port = address.rpartition(":")
        self._host, self._port = host.strip("[]"), int(port)
        application = web.Application(client_max_size=BODY_BYTES)
        application.add_routes([web.get(path, answer) for path, answer in gets.items()])
        application.add_routes([web.post(path, answer) for path, answer in posts.items()])
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=closing)

    async def open(self) -> None:
        """Begin to listen; raise CannotListen."""
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, self._host, self._port).start()
        except OSError as error:
            await self._runner.cleanup()
            raise CannotListen(f"{self._host}:{self._port}") from error

    async def close(self) -> None:
        """Take no more; let the answers under way end, for the closing time at most."""
        await self._runner.cleanup()
