"""aiogram's Bot as this program uses it: its address, its proxy, fast JSON, the gate, the fault points."""

from typing import Any, cast

import orjson
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiohttp import ClientSession, FormData

from bot.faults import reached
from bot.forms import form
from bot.gate import Gate, GateMiddleware

ANSWER_SECONDS = 30.0
"""A call that Telegram does not answer for so long is tried again."""


_ANSWERS_NOBODY = ("get", "setMy")


class ProxiedSession(AiohttpSession):
    """Reaches Telegram through a proxy: HTTP with what aiohttp itself brings, SOCKS with aiohttp-socks."""

    def __init__(self, proxy: str | None, **given: Any) -> None:
        socks = proxy is not None and proxy.startswith("socks")
        # aiohttp-socks leaves names to the proxy anyway, and does not know the scheme that says so.
        super().__init__(proxy=proxy.replace("socks5h:", "socks5:", 1) if proxy and socks else None, **given)
        self._http_proxy = None if socks else proxy
        self._kept: set[type[Response[Any]]] = set()

    async def create_session(self) -> ClientSession:
        """Return the one session; it is made when it is first needed."""
        if self._session is None or self._session.closed:
            self._should_reset_connector = False
            connector = self._connector_type(**self._connector_init)
            self._session = ClientSession(connector=connector, proxy=self._http_proxy)
        return self._session

    async def close(self) -> None:
        """Close the connections; aiohttp waits for their end, so aiogram's 250 ms are not needed."""
        if self._session is not None and not self._session.closed:
            await self._session.close()

    def build_form_data(self, bot: Bot, method: TelegramMethod[TelegramType]) -> FormData:
        """Return a call's parameters; in parts only when a file goes with them."""
        files: dict[str, Any] = {}
        given = method.model_dump(warnings=False)
        fields = {name: self.prepare_value(value, bot, files) for name, value in given.items()}
        if files:
            return super().build_form_data(bot, method)
        # aiohttp takes a finished body wherever it takes a form.
        return cast("FormData", form({name: value for name, value in fields.items() if value}))

    def check_response(
        self, bot: Bot, method: TelegramMethod[TelegramType], status_code: int, content: str
    ) -> Response[TelegramType]:
        """Return a call's answer, or raise what it says."""
        # pydantic forgets a generic's class that nobody holds, and builds it again for 11 ms.
        self._kept.add(Response[method.__returning__])  # type: ignore[name-defined]  # known at run time
        return super().check_response(bot, method, status_code, content)


class AnswerPoints(BaseRequestMiddleware):
    """The fault points before and after each call that answers somebody."""

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        """Make the call."""
        if method.__api_method__.startswith(_ANSWERS_NOBODY):
            return await make_request(bot, method)
        reached("before-answer")
        response = await make_request(bot, method)
        reached("after-answer")
        return response


def build_bot(
    token: str, api_url: str, proxy: str | None, gate: Gate, answer_seconds: float = ANSWER_SECONDS
) -> Bot:
    """Return a bot that connects when it is first used; close its session at the end."""
    session = ProxiedSession(
        proxy,
        api=TelegramAPIServer.from_base(api_url),
        json_loads=orjson.loads,
        json_dumps=lambda value: orjson.dumps(value).decode(),
        timeout=answer_seconds,
    )
    session.middleware(GateMiddleware(gate))
    session.middleware(AnswerPoints())
    return Bot(token, session=session)
