"""The last router: what nobody else took."""

from contextlib import suppress
from functools import partial

from aiogram import Bot, Router
from aiogram.enums import ChatType
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from handlers.callbacks import DeleteSaid
from handlers.campaigns.actions import choices
from handlers.commands import COMMANDS, Typed
from handlers.desk import Desk, Stranger
from handlers.fallback import texts
from handlers.filters import Heard, InPrivate, IsSensitive
from handlers.paging import button, keyboard
from handlers.screen import Screen, answer, press_answered, press_told

PRIVATE_ONLY = tuple(command.word for command in COMMANDS if not command.in_groups)


async def stale_button(callback: CallbackQuery, desk: Desk, aiogd_stack_forbidden: bool = False) -> None:
    """Answer a button that nobody knows any more, or that belongs to another's form."""
    await desk.look(lambda _store, _actor: None)
    words = texts.NOT_YOURS if aiogd_stack_forbidden else texts.STALE
    await press_told(callback, words)


async def silent_button(callback: CallbackQuery) -> None:
    """Answer a button without a word: its group is not heard."""
    await press_told(callback, "")


async def unknown_command(message: Message, desk: Desk) -> None:
    """Say that there is no such command."""
    await desk.look(lambda _store, _actor: None)
    await answer(message, Screen(texts.UNKNOWN_COMMAND))


async def private_command(_message: Message, desk: Desk, bot: Bot) -> None:
    """Tell a bound person in his own chat that a command is not for groups."""
    await desk.look(lambda _store, _actor: None)
    await bot.send_message(desk.telegram_id, texts.PRIVATE_ONLY)


async def sensitive(message: Message, desk: Desk, bot: Bot) -> None:
    """Take nothing of a message that must not be kept, say so to its author alone, and offer to delete it."""
    # Said before whether the command behind which it stands is his: whoever takes part is told.
    # So too in whichever campaign: it would be kept until that question is answered.
    if not await desk.look_unbound(partial(choices, telegram_id=desk.telegram_id)):
        raise Stranger
    if message.chat.type == ChatType.PRIVATE:
        await answer(message, Screen(texts.SENSITIVE, _delete(message)))
        return
    with suppress(TelegramBadRequest, TelegramForbiddenError):
        await bot.send_message(desk.telegram_id, texts.IN_A_GROUP)


async def delete_said(callback: CallbackQuery, callback_data: DeleteSaid, desk: Desk, bot: Bot) -> None:
    """Delete what must not be kept from the chat, where Telegram lets a bot."""
    await desk.look(lambda _store, _actor: None)
    try:  # in his own chat with the bot: its id is his
        await bot.delete_message(desk.telegram_id, callback_data.message)
    except TelegramBadRequest:
        await press_told(callback, texts.NOT_DELETED)
        return
    await press_answered(callback, Screen(texts.DELETED))


async def unheard(_message: Message) -> None:
    """Take nothing of it, and say nothing: its group is not heard."""


async def anything(message: Message, desk: Desk) -> None:
    """Let a stranger be greeted, whatever he sent; others are not lectured."""
    if message.chat.type == ChatType.PRIVATE:
        await desk.look(lambda _store, _actor: None)


def _delete(message: Message) -> InlineKeyboardMarkup | None:
    return keyboard([button(texts.DELETE, DeleteSaid(message=message.message_id))])


def unknown_commands() -> Router:
    """Return the last of the commands' routers."""
    routes = Router(name="unknown-commands")
    routes.message.register(unknown_command, InPrivate())
    routes.message.register(private_command, Typed(*PRIVATE_ONLY), Heard())
    return routes


def guard() -> Router:
    """Return the router that keeps sensitive messages from whoever would store them."""
    routes = Router(name="guard")
    routes.message.register(sensitive, IsSensitive(), Heard())
    routes.edited_message.register(sensitive, IsSensitive(), Heard())
    routes.message.register(unheard, IsSensitive())
    routes.edited_message.register(unheard, IsSensitive())
    routes.callback_query.register(delete_said, DeleteSaid.filter())
    return routes


def router() -> Router:
    """Return the catch-all."""
    routes = Router(name="fallback")
    routes.callback_query.register(stale_button, Heard())
    routes.callback_query.register(silent_button)
    routes.message.register(anything)
    routes.edited_message.register(anything)
    return routes
