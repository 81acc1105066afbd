"""/tasks, the buttons of tasks, and words on how one goes on."""

from functools import partial
from typing import Any

from aiogram import Bot, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from handlers import commands
from handlers.desk import Desk
from handlers.filters import InPrivate, IsCommand
from handlers.screen import Screen, answer, press_answered
from handlers.task_callbacks import LeaveTaskWord, ListTasks, ShowTask, TakeTaskWord
from handlers.tasks import actions, keyboards, texts
from handlers.tasks.actions import TaskCard
from handlers.texts import task_told


class AboutTask(Filter):
    """Lets words through that name a task, or answer a message of the bot that shows one; with `number`."""

    async def __call__(
        self, message: Message, bot: Bot, raw_state: str | None = None, aiogd_context: object = None
    ) -> bool | dict[str, Any]:
        """Tell which task the message is about."""
        if raw_state is not None or aiogd_context is not None:
            return False
        told, shown = task_told(message.text or ""), message.reply_to_message
        number = told[0] if told else None
        if number is None and shown and shown.from_user and shown.from_user.id == bot.id:
            number = texts.number_on(shown.text or "")
        return False if number is None else {"number": number}


async def tasks(message: Message, desk: Desk) -> None:
    """List the tasks."""
    page = await desk.look(actions.task_page)
    await answer(message, Screen(texts.task_list(page), keyboards.page_keyboard(page)))


async def turn(callback: CallbackQuery, callback_data: ListTasks, desk: Desk) -> None:
    """Show another page."""
    page = await desk.look(partial(actions.task_page, page=callback_data.page))
    await press_answered(callback, Screen(texts.task_list(page), keyboards.page_keyboard(page)))


async def show(callback: CallbackQuery, callback_data: ShowTask, desk: Desk) -> None:
    """Open a task in the list's place."""
    card = await desk.look(partial(actions.task_card, number=callback_data.number))
    await press_answered(callback, _screen(card))


async def told(message: Message, desk: Desk, number: int) -> None:
    """Offer to keep words with a task."""
    card = await desk.look(partial(actions.may_word, number=number))
    if card is None:
        raise SkipHandler
    done = texts.says_done(message.text or "")
    await answer(message, Screen(texts.offer(card), keyboards.offer_keyboard(number, done=done)), quote=True)


async def take(callback: CallbackQuery, callback_data: TakeTaskWord, desk: Desk) -> None:
    """Keep the words to which the offer replies."""
    said = callback.message.reply_to_message if isinstance(callback.message, Message) else None
    words = (said and said.text) or texts.TAKE[callback_data.done]
    source = (said.chat.id, said.message_id) if said else (desk.telegram_id, None)
    taken = partial(actions.take_word, choice=callback_data, text=words, source=source)
    await press_answered(callback, _screen(await desk.act(taken)), texts.TAKEN[callback_data.done])


async def leave(callback: CallbackQuery, desk: Desk) -> None:
    """Keep nothing."""
    await desk.look(lambda _store, _actor: None)
    await press_answered(callback, Screen(texts.LEFT))


def _screen(card: TaskCard) -> Screen:
    return Screen(texts.task_card(card), keyboards.card_keyboard())


def router() -> Router:
    """Return the router of the command."""
    routes = Router(name="tasks")
    routes.message.register(tasks, InPrivate(), commands.TASKS.filter)
    return routes


def words() -> Router:
    """Return the router of words on tasks."""
    routes = Router(name="task-words")
    routes.message.register(told, InPrivate(), ~IsCommand(), AboutTask())
    return routes


def buttons() -> Router:
    """Return the router of the buttons."""
    routes = Router(name="task-buttons")
    routes.callback_query.register(turn, ListTasks.filter())
    routes.callback_query.register(show, ShowTask.filter())
    routes.callback_query.register(take, TakeTaskWord.filter())
    routes.callback_query.register(leave, LeaveTaskWord.filter())
    return routes
