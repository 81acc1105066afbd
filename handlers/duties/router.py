"""/duties, and the buttons of standing duties."""

from functools import partial

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers import commands
from handlers.desk import Desk
from handlers.duties import actions, cards, texts
from handlers.duties.beside import take_beside
from handlers.duties.cards import DutyCard
from handlers.duties.screens import days_screen, duty_card_screen, duty_screen, list_screen, why_screen
from handlers.duty_callbacks import (
    AlsoDuty,
    DropDuty,
    DutyFiles,
    EndDuty,
    FillDuty,
    ListDuties,
    PickDutyDay,
    PickHolder,
    SaveDuty,
    ShowDuty,
    WithdrawDuty,
)
from handlers.filters import Heard, InPrivate
from handlers.media.sending import send_files
from handlers.screen import answer, press_answered, press_told


async def duties(message: Message, desk: Desk) -> None:
    """List what is owed."""
    await answer(message, list_screen(await desk.look(actions.owed)))


async def back(callback: CallbackQuery, desk: Desk) -> None:
    """List it in the place of what was opened."""
    await press_answered(callback, list_screen(await desk.look(actions.owed)))


async def show(callback: CallbackQuery, callback_data: ShowDuty, desk: Desk) -> None:
    """Open one duty."""
    question = partial(actions.shown, duty=callback_data.duty, page=callback_data.page)
    await press_answered(callback, duty_screen(await desk.look(question)))


async def pick_holder(callback: CallbackQuery, callback_data: PickHolder, desk: Desk) -> None:
    """Ask for the day."""
    await press_answered(
        callback, days_screen(await desk.look(partial(actions.days_of, choice=callback_data)))
    )


async def pick_day(callback: CallbackQuery, callback_data: PickDutyDay, desk: Desk) -> None:
    """Make a card of what was picked."""
    chat = callback.message.chat.id if callback.message else desk.telegram_id
    picked = partial(cards.picked, choice=callback_data, card=desk.update_key, chat_id=chat)
    await press_answered(callback, duty_card_screen(await desk.act(picked)))


async def fill(callback: CallbackQuery, callback_data: FillDuty, desk: Desk) -> None:
    """Take the answer to what a card asks."""
    shown = await desk.act(partial(cards.fill, choice=callback_data))
    await press_answered(callback, duty_card_screen(shown))


async def save(callback: CallbackQuery, callback_data: SaveDuty, desk: Desk) -> None:
    """Save a card; pressing again shows the record."""
    shown = await desk.act(partial(cards.save, record=callback_data.record))
    await press_answered(callback, duty_card_screen(shown), _what_became(shown))


async def drop(callback: CallbackQuery, callback_data: DropDuty, desk: Desk) -> None:
    """Give a card up."""
    shown = await desk.act(partial(cards.drop, record=callback_data.record))
    await press_answered(callback, duty_card_screen(shown), _what_became(shown))


async def withdraw(callback: CallbackQuery, callback_data: WithdrawDuty, desk: Desk) -> None:
    """Ask why."""
    shown = await desk.look(partial(cards.may_end, record=callback_data.record))
    await press_answered(callback, why_screen(shown) if shown.first.stands else duty_card_screen(shown))


async def end(callback: CallbackQuery, callback_data: EndDuty, desk: Desk) -> None:
    """Withdraw a saved line."""
    reason = texts.REASONS[callback_data.why]
    shown = await desk.act(partial(cards.end, choice=callback_data, reason=reason))
    await press_answered(callback, duty_card_screen(shown), texts.WITHDRAWN)


async def files(callback: CallbackQuery, callback_data: DutyFiles, desk: Desk) -> None:
    """Send the files kept with a line once more."""
    shown = await desk.look(partial(cards.line, record=callback_data.record))
    if isinstance(callback.message, Message):
        await send_files(callback.message, shown.first.note.files)
    await press_told(callback, "" if shown.first.note.files else texts.NO_FILES)


def _what_became(shown: DutyCard) -> str:
    if shown.first.is_open:
        return texts.ASKING
    return texts.SAVED if shown.first.stands else texts.DROPPED


def router() -> Router:
    """Return the router of the command."""
    routes = Router(name="duties")
    routes.message.register(duties, InPrivate(), commands.DUTIES.filter)
    return routes


def buttons() -> Router:
    """Return the router of the buttons."""
    routes = Router(name="duty-buttons")
    routes.callback_query.filter(Heard())
    routes.callback_query.register(back, ListDuties.filter())
    routes.callback_query.register(show, ShowDuty.filter())
    routes.callback_query.register(pick_holder, PickHolder.filter())
    routes.callback_query.register(pick_day, PickDutyDay.filter())
    routes.callback_query.register(fill, FillDuty.filter())
    routes.callback_query.register(save, SaveDuty.filter())
    routes.callback_query.register(drop, DropDuty.filter())
    routes.callback_query.register(withdraw, WithdrawDuty.filter())
    routes.callback_query.register(end, EndDuty.filter())
    routes.callback_query.register(files, DutyFiles.filter())
    routes.callback_query.register(take_beside, AlsoDuty.filter())
    return routes
