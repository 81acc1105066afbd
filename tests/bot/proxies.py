"""A proxy on this machine: SOCKS5 (with a login if wanted) and plain HTTP, told apart by the first byte."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

Pair = tuple[asyncio.StreamReader, asyncio.StreamWriter]
_SOCKS, _NO_LOGIN, _LOGIN = 5, 0, 2


@dataclass
class Proxy:
    """Notes the kind and the target of every connection."""

    login: str = ""
    port: int = 0
    used: list[tuple[str, int]] = field(default_factory=list)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            first = await reader.readexactly(1)
            target, sent = await (self._socks(reader, writer) if first[0] == _SOCKS else _http(first, reader))
            self.used.append(("socks" if first[0] == _SOCKS else "http", target[1]))
            there = await asyncio.open_connection(*target)
            there[1].write(sent)
            await _pipe((reader, writer), there)
        writer.close()
        self._tasks.discard(task)

    async def _socks(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> tuple[tuple[str, int], bytes]:
        await reader.readexactly((await reader.readexactly(1))[0])
        if self.login:
            writer.write(bytes([_SOCKS, _LOGIN]))
            assert await _login(reader) == self.login
            writer.write(b"\x01\x00")
        else:
            writer.write(bytes([_SOCKS, _NO_LOGIN]))
        kind = (await reader.readexactly(4))[3]
        if kind == 1:
            host = ".".join(map(str, await reader.readexactly(4)))
        else:
            host = (await reader.readexactly((await reader.readexactly(1))[0])).decode()
        port = int.from_bytes(await reader.readexactly(2), "big")
        writer.write(b"\x05\x00\x00\x01\x00\x00\x00\x00\x00\x00")
        return (host, port), b""

    def end(self) -> None:
        for task in self._tasks:
            task.cancel()


async def _login(reader: asyncio.StreamReader) -> str:
    await reader.readexactly(1)
    parts = [await reader.readexactly((await reader.readexactly(1))[0]) for _ in range(2)]
    return b":".join(parts).decode()


async def _http(first: bytes, reader: asyncio.StreamReader) -> tuple[tuple[str, int], bytes]:
    line = first + await reader.readline()
    address = urlsplit(line.split()[1].decode())
    assert address.hostname
    return (address.hostname, address.port or 80), line


async def _pipe(here: Pair, there: Pair) -> None:
    ways = {asyncio.create_task(_flow(here[0], there[1])), asyncio.create_task(_flow(there[0], here[1]))}
    try:
        await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for way in ways:
            way.cancel()
        await asyncio.gather(*ways, return_exceptions=True)
        there[1].close()


async def _flow(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
    while data := await source.read(65536):
        sink.write(data)
        await sink.drain()


@asynccontextmanager
async def proxy(login: str = "") -> AsyncIterator[Proxy]:
    mine = Proxy(login)
    server = await asyncio.start_server(mine.serve, "127.0.0.1", 0)
    mine.port = server.sockets[0].getsockname()[1]
    yield mine
    server.close()
    mine.end()
    await server.wait_closed()
