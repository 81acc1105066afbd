"""The buttons below plans, below what reminds of them and below the question afterwards."""

from functools import partial

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.desk import Desk
from handlers.planned import actions, texts
from handlers.planned.actions import Plans
from handlers.planned.screens import plans_screen
from handlers.planned_callbacks import DatePlanned, KeepPlanned, LeavePlanned, NotThere, WentThere
from handlers.report.actions import note_card
from handlers.report.screens import screen
from handlers.screen import press_answered


async def keep(callback: CallbackQuery, callback_data: KeepPlanned, desk: Desk) -> None:
    """Note the plans of a card."""
    shown = await desk.act(partial(actions.kept, marked=callback_data.plans))
    await press_answered(callback, plans_screen(shown), texts.SHORT.get(shown.state, ""))


async def choose_day(callback: CallbackQuery, callback_data: DatePlanned, desk: Desk) -> None:
    """Show days to pick from, or note plans for the day that was picked."""
    marked, day = callback_data.plans, callback_data.day
    if day:
        shown = await desk.act(partial(actions.kept, marked=marked, day=day))
    else:
        shown = await desk.look(partial(actions.asking_day, marked=marked))
    await press_answered(callback, plans_screen(shown))


async def leave(callback: CallbackQuery, callback_data: LeavePlanned, desk: Desk) -> None:
    """Give plans up."""
    shown = await desk.act(partial(actions.left, marked=callback_data.plans))
    await press_answered(callback, plans_screen(shown), texts.SHORT.get(shown.state, ""))


async def went(callback: CallbackQuery, callback_data: WentThere, desk: Desk) -> None:
    """Show the card that a plan becomes, in the question's place; one tap saves it as ever."""
    chat_id = callback.message.chat.id if callback.message else desk.telegram_id
    made = partial(actions.went, desk=desk, chat_id=chat_id, planned_id=callback_data.planned)
    shown = await desk.act(made)
    if isinstance(shown, Plans):
        await press_answered(callback, plans_screen(shown))
        return
    await press_answered(callback, screen(shown))
    if callback.message:
        desk.later(partial(note_card, draft_id=shown.draft.id, message_id=callback.message.message_id))


async def not_there(callback: CallbackQuery, callback_data: NotThere, desk: Desk) -> None:
    """Note that nothing came of a plan."""
    shown = await desk.act(partial(actions.missed, planned_id=callback_data.planned))
    await press_answered(callback, plans_screen(shown), texts.SHORT.get(shown.state, ""))


def buttons() -> Router:
    """Return the router of these buttons."""
    routes = Router(name="planned-buttons")
    routes.callback_query.register(keep, KeepPlanned.filter())
    routes.callback_query.register(choose_day, DatePlanned.filter())
    routes.callback_query.register(leave, LeavePlanned.filter())
    routes.callback_query.register(went, WentThere.filter())
    routes.callback_query.register(not_there, NotThere.filter())
    return routes
