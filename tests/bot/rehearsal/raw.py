"""The Bot API spoken without a library, so that wrong requests can be made and answers seen as they come."""

from io import BytesIO
from typing import Any

import aiohttp

from bot.rehearsal.server import RunningServer

Json = dict[str, Any]


class Raw:
    """Calls a method with a JSON body."""

    def __init__(self, server: RunningServer, session: aiohttp.ClientSession) -> None:
        self._root = f"{server.url}/bot{server.token}"
        self._files = f"{server.url}/file/bot{server.token}"
        self._session = session

    async def call(self, method: str, **params: Any) -> Any:
        """The result of a call that must succeed."""
        answer = await self.answer(method, **params)
        assert answer["ok"], answer
        return answer["result"]

    async def answer(self, method: str, **params: Any) -> Json:
        """The whole answer; its code is the HTTP status."""
        async with self._session.post(f"{self._root}/{method}", json=params) as response:
            answer: Json = await response.json()
        assert response.status == answer.get("error_code", 200)
        return answer

    async def refusal(self, method: str, **params: Any) -> tuple[int, str]:
        """Code and description of a call that must be refused."""
        answer = await self.answer(method, **params)
        assert not answer["ok"], answer
        return answer["error_code"], answer["description"]

    async def upload(self, method: str, field: str, data: bytes, name: str, **params: str) -> Json:
        """The whole answer to a multipart call with one file."""
        form = aiohttp.FormData(params)
        form.add_field(field, BytesIO(data), filename=name)
        async with self._session.post(f"{self._root}/{method}", data=form) as response:
            answer: Json = await response.json()
        return answer

    async def file(self, path: str) -> bytes:
        """A file that getFile has found."""
        async with self._session.get(f"{self._files}/{path}") as response:
            assert response.status == 200
            return await response.read()
