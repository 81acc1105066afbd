"""A session of aiogram's that encodes every call, sends nothing, and reads a canned answer."""

from collections.abc import AsyncGenerator
from typing import Any, cast

import orjson
from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType

_MESSAGE = orjson.dumps(
    {"ok": True, "result": {"message_id": 7, "date": 1, "chat": {"id": 1, "type": "private"}, "text": "-"}}
).decode()
_TRUE = '{"ok":true,"result":true}'


class StubSession(BaseSession):
    """Stands where the network would be; `calls` counts."""

    def __init__(self) -> None:
        super().__init__(json_loads=orjson.loads, json_dumps=lambda value: orjson.dumps(value).decode())
        self.calls = 0

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109, ARG002 - aiogram's signature
    ) -> TelegramType:
        files: dict[str, Any] = {}
        for value in method.model_dump(warnings=False).values():
            self.prepare_value(value, bot=bot, files=files)
        self.calls += 1
        answer = _TRUE if method.__api_method__.startswith("answer") else _MESSAGE
        response = self.check_response(bot=bot, method=method, status_code=200, content=answer)
        return cast(TelegramType, response.result)

    async def stream_content(self, *_: Any, **__: Any) -> AsyncGenerator[bytes, None]:
        nothing: tuple[bytes, ...] = ()
        for chunk in nothing:
            yield chunk

    async def close(self) -> None:
        """There is nothing to close."""
