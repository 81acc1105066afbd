"""aiogram's dispatcher with every conversation, its state in the store."""

from aiogram import Dispatcher
from aiogram.fsm.storage.base import BaseStorage

from handlers import build_router, setup_dialogs
from handlers.language.door import Door


def build_dispatcher(storage: BaseStorage, door: Door | None = None) -> Dispatcher:
    """Return a dispatcher to feed updates to; whoever feeds it keeps the order within a chat."""
    dispatcher = Dispatcher(storage=storage, door=door or Door())
    dispatcher.include_router(build_router())
    setup_dialogs(dispatcher)
    return dispatcher
