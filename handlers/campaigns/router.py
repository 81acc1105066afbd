"""The question which campaign is meant, and its answer."""

from datetime import datetime
from functools import partial
from typing import Any

from aiogram import Dispatcher, Router
from aiogram.filters import ExceptionTypeFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, ErrorEvent, Message, TelegramObject, Update

from handlers.campaign_callbacks import ChooseCampaign
from handlers.campaigns import actions, texts
from handlers.campaigns.actions import choices
from handlers.campaigns.keyboards import others_keyboard, which_keyboard
from handlers.desk import Desk, WhichCampaign
from handlers.screen import Screen, answer, press_answered, press_told

KEY = "held"


async def ask(event: ErrorEvent, desk: Desk, state: FSMContext | None = None) -> None:
    """Ask which campaign is meant, and keep what was said until that is answered."""
    every = await desk.look_unbound(partial(choices, telegram_id=desk.telegram_id))
    screen = Screen(texts.WHICH, which_keyboard(every))
    if callback := event.update.callback_query:
        await press_told(callback, texts.WHICH)
        return
    if message := event.update.message:
        if state:
            held = message.model_dump(mode="json", exclude_none=True, by_alias=True)
            await state.update_data({KEY: {"message": held, "written_at": desk.written_at.isoformat()}})
        await answer(message, screen)


async def choose(
    callback: CallbackQuery,
    callback_data: ChooseCampaign,
    desk: Desk,
    state: FSMContext,
    dispatcher: Dispatcher,
) -> None:
    """Go over to a campaign; what was said before the question is done now."""
    desk.mean(callback_data.campaign)
    await state.set_state(None)  # Words that were asked for would be taken for the other campaign's.
    after = callback.message.message_id if callback.message else 0
    chosen = await desk.act(partial(actions.choose, after=after))
    await press_answered(callback, Screen(texts.chosen(chosen)))
    held: dict[str, Any] | None = (await state.get_data()).get(KEY)
    if held and callback.bot:
        await state.update_data({KEY: None})
        desk.written_at = datetime.fromisoformat(held["written_at"])
        message = Message.model_validate(held["message"], context={"bot": callback.bot})
        await dispatcher.feed_update(callback.bot, Update(update_id=0, message=message), desk=desk)


async def go_over(event: TelegramObject, desk: Desk, state: FSMContext, campaign_id: str) -> None:
    """Say to which campaign a press belongs, and do it and all that follows in that.

    Words that the former asked for are waited for no longer.
    """
    desk.mean(campaign_id)
    await state.set_state(None)
    message = event.message if isinstance(event, CallbackQuery) else None
    if isinstance(message, Message):
        said = await _say_over(message, desk, campaign_id)
        after, account = said.message_id, desk.telegram_id
        desk.later(lambda store: store.people.choose(account, campaign_id, after, store.now))


async def tell_over(event: Message, desk: Desk) -> None:
    """Say that what was said belongs to another campaign than what was said before."""
    await _say_over(event, desk, desk.went_over or "")


async def _say_over(below: Message, desk: Desk, campaign_id: str) -> Message:
    every = await desk.look_unbound(partial(choices, telegram_id=desk.telegram_id))
    title = next((choice.title for choice in every if choice.id == campaign_id), "")
    return await answer(below, Screen(texts.went_over(title), others_keyboard(every, campaign_id)))


def register(router: Router) -> None:
    """Register the question."""
    router.errors.register(ask, ExceptionTypeFilter(WhichCampaign))


def buttons() -> Router:
    """Return the router of this conversation's buttons."""
    routes = Router(name="campaigns-buttons")
    routes.callback_query.register(choose, ChooseCampaign.filter())
    return routes
