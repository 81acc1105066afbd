"""Words about an issue, typed after they were asked for or in reply to a message that names it."""

from functools import partial
from typing import Any

from aiogram import Bot, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Filter, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from handlers.callbacks import IssueWord
from handlers.desk import Desk
from handlers.filters import HasWords, Heard, IsCommand
from handlers.issues import actions, texts
from handlers.issues.keyboards import offer_keyboard
from handlers.issues.screens import issue_screen
from handlers.screen import Screen, answer
from handlers.states import IssueTalk


class AboutIssues(Filter):
    """Lets replies through to messages of the bot that name issues, with their `numbers` and `on_card`."""

    async def __call__(self, message: Message, bot: Bot) -> bool | dict[str, Any]:
        """Tell which issues the message is about."""
        answered = message.reply_to_message
        if answered is None or answered.from_user is None or answered.from_user.id != bot.id:
            return False
        text = answered.text or ""
        numbers = texts.numbers_in(text)
        return {"numbers": numbers, "on_card": bool(texts.NUMBER.match(text))} if numbers else False


async def asked_for(message: Message, desk: Desk, state: FSMContext) -> None:
    """Take words that were asked for, unless that is long ago."""
    data = await state.get_data()
    what = IssueWord.RESULT if await state.get_state() == IssueTalk.result.state else IssueWord.PROGRESS
    await state.set_state(None)
    if not actions.due_back(data.get("asked_at"), desk.now):
        raise SkipHandler
    word = message.text or message.caption or ""
    shown = await desk.act(partial(actions.take_word, number=int(data["issue"]), what=what, word=word))
    await answer(message, issue_screen(shown))


async def replied(message: Message, desk: Desk, numbers: tuple[int, ...], on_card: bool) -> None:
    """Offer to close the issue that a reply says is solved, or to note what it says of how it goes on."""
    text = message.text or message.caption or ""
    solved = texts.says_solved(text)
    told = not solved and await desk.look(partial(actions.about_contact, desk=desk, text=text))
    if told or not (solved or on_card or texts.says_progress(text)):
        raise SkipHandler
    numbers = await desk.look(partial(actions.standing, numbers=numbers, solved=solved))
    if not numbers:
        raise SkipHandler
    offer = Screen(texts.offer(numbers, solved=solved), offer_keyboard(numbers, solved=solved))
    await answer(message, offer, quote=True)


def seen(number: int, desk: Desk) -> dict[str, Any]:
    """Return what a conversation keeps of the issue that was just shown."""
    return {"seen": number, "seen_at": desk.now.isoformat()}


async def offer_word(message: Message, desk: Desk, state: FSMContext, *, goes_on: bool) -> bool:
    """Offer to close the issue that words say is solved, or to note how one goes on; False when they do not.

    goes_on: whether the words were read as news of an issue.
    """
    text = message.text or ""
    solved = texts.says_solved(text)
    told = texts.numbers_told(text)
    if not (solved or goes_on or (told and texts.says_progress(text))):
        return False
    data = await state.get_data()
    number = data.get("seen") if actions.due_back(data.get("seen_at"), desk.now) else None
    issues = await desk.look(partial(actions.spoken_of, desk=desk, text=text, told=told, seen=number))
    if not issues:
        return False
    keyboard = offer_keyboard([issue.number for issue in issues], solved=solved)
    await answer(message, Screen(texts.offer_of(issues, solved=solved), keyboard), quote=True)
    return True


def router() -> Router:
    """Return the router of words about issues."""
    routes = Router(name="issue-words")
    routes.message.filter(~IsCommand())
    talk = StateFilter(IssueTalk.progress, IssueTalk.result)
    routes.message.register(asked_for, talk, HasWords(), Heard())
    routes.message.register(replied, AboutIssues(), HasWords(), Heard())
    return routes
