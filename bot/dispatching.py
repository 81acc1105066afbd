"""aiogram's dispatcher with every conversation, its state in the store."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import Dispatcher
from aiogram.fsm.storage.base import BaseStorage
from aiogram.types import CallbackQuery, TelegramObject

from handlers import build_router, setup_dialogs
from handlers.language.door import Door


def build_dispatcher(storage: BaseStorage, door: Door | None = None) -> Dispatcher:
    """Return a dispatcher to feed updates to; whoever feeds it keeps the order within a chat."""
    dispatcher = Dispatcher(storage=storage, door=door or Door())
    dispatcher["dispatcher"] = dispatcher
    dispatcher.include_router(build_router())
    setup_dialogs(dispatcher)
    dispatcher.callback_query.outer_middleware(presses_noted)
    return dispatcher


async def presses_noted(
    handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
    event: TelegramObject,
    data: dict[str, Any],
) -> Any:
    """Let the door know who pressed, before anything answers the press."""
    if isinstance(event, CallbackQuery):
        data["door"].pressed(event.id, event.from_user.id)
    return await handler(event, data)
