"""The post, opened when the first message is owed: the library behind it costs a start-up time and memory."""

import asyncio
from collections.abc import Awaitable, Callable
from importlib import import_module
from typing import TYPE_CHECKING

from bot.gate import Gate
from bot.outcomes import Message, Outcome

if TYPE_CHECKING:
    from bot.post import TelegramPost


class PostOffice:
    """A `bot.outcomes.Post` that needs nothing until it is used; close it at the end.

    It is made with what `bot.post.TelegramPost` is made with.
    """

    def __init__(
        self, token: str, api_url: str, proxy: str | None, gate: Gate, answer_seconds: float = 20.0
    ) -> None:
        self._address = (token, api_url, proxy, gate, answer_seconds)
        self._opening = asyncio.Lock()
        self._post: TelegramPost | None = None

    async def send(
        self, chat_id: int, topic_id: int | None, message: Message, on_turn: Callable[[], Awaitable[None]]
    ) -> Outcome:
        """Try once (see bot.outcomes.Post)."""
        post = await self._opened()
        return await post.send(chat_id, topic_id, message, on_turn)

    async def edit(self, chat_id: int, message_id: int, text: str) -> bool:
        """Try once (see bot.broadcast.Editor)."""
        post = await self._opened()
        return await post.edit(chat_id, message_id, text)

    async def close(self) -> None:
        """Close the connections, if there are any."""
        if self._post is not None:
            await self._post.close()

    async def _opened(self) -> "TelegramPost":
        async with self._opening:
            if self._post is None:
                module = await asyncio.to_thread(import_module, "bot.post")
                post: TelegramPost = module.TelegramPost(*self._address)
                await post.open()
                self._post = post
            return self._post
