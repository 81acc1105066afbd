"""/issues and /issue, and the buttons of issues."""

from functools import partial

from aiogram import Router
from aiogram.filters import CommandObject
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers import commands
from handlers.callbacks import (
    AskIssueWord,
    IssueWord,
    ListIssues,
    ReopenIssue,
    SameIssue,
    ShowIssue,
    TakeIssueWord,
)
from handlers.desk import Desk
from handlers.fallback.router import sensitive
from handlers.filters import Heard, InPrivate, IsSensitive
from handlers.issues import actions, texts
from handlers.issues.screens import issue_screen, list_screen
from handlers.issues.words import seen
from handlers.report.actions import Card, note_card
from handlers.report.reading import Said
from handlers.report.screens import screen
from handlers.screen import Screen, answer, press_answered, press_answered_below
from handlers.states import IssueTalk

STATES = {IssueWord.PROGRESS: IssueTalk.progress, IssueWord.RESULT: IssueTalk.result}


async def issues(message: Message, command: CommandObject, desk: Desk, state: FSMContext) -> None:
    """List the open issues, of a county if one is named; show one by its number."""
    word = (command.args or "").strip()
    if (number := texts.number_asked(word)) is not None:
        await _show(message, number, desk, state)
        return
    await answer(message, list_screen(await desk.look(partial(actions.issues_of, word=word))))


async def issue(message: Message, command: CommandObject, desk: Desk, state: FSMContext) -> None:
    """Show an issue by its number, or make a card of a new one."""
    words = (command.args or "").strip()
    number = texts.number_asked(words)
    if not words:
        await desk.look(lambda _store, _actor: None)
        await answer(message, Screen(texts.USAGE))
    elif number is not None:
        await _show(message, number, desk, state)
    else:
        said = Said(message.chat.id, message.message_id, words)
        shown = await desk.act(partial(actions.new_issue, desk=desk, said=said))
        sent = await answer(message, screen(shown))
        if isinstance(shown, Card):
            desk.later(partial(note_card, draft_id=shown.draft.id, message_id=sent.message_id))


async def _show(message: Message, number: int, desk: Desk, state: FSMContext) -> None:
    await answer(message, issue_screen(await desk.look(partial(actions.issue_shown, number=number))))
    await state.update_data(seen(number, desk))


async def turn(callback: CallbackQuery, callback_data: ListIssues, desk: Desk) -> None:
    """Show another page."""
    question = partial(actions.issue_page, page=callback_data.page, county_id=callback_data.county)
    await press_answered(callback, list_screen(await desk.look(question)))


async def show(callback: CallbackQuery, callback_data: ShowIssue, desk: Desk, state: FSMContext) -> None:
    """Open an issue in the list's place."""
    shown = await desk.look(partial(actions.issue_shown, number=callback_data.number))
    await press_answered(callback, issue_screen(shown))
    await state.update_data(seen(callback_data.number, desk))


async def ask_word(
    callback: CallbackQuery, callback_data: AskIssueWord, desk: Desk, state: FSMContext
) -> None:
    """Ask for a note or a result; the next message is taken for it."""
    number, what = callback_data.number, callback_data.what
    await desk.look(partial(actions.may_word, number=number))
    await state.set_state(STATES[what])
    await state.update_data(issue=number, asked_at=desk.now.isoformat())
    await press_answered_below(callback, Screen(texts.asking(what, number)))


async def take_word(callback: CallbackQuery, callback_data: TakeIssueWord, desk: Desk) -> None:
    """Take the words to which the offer replies."""
    said = callback.message.reply_to_message if isinstance(callback.message, Message) else None
    word = (said and (said.text or said.caption)) or texts.DONE
    taken = partial(actions.take_word, number=callback_data.number, what=callback_data.what, word=word)
    await press_answered(callback, issue_screen(await desk.act(taken)), texts.TAKEN[callback_data.what])


async def reopen(callback: CallbackQuery, callback_data: ReopenIssue, desk: Desk) -> None:
    """Open an issue again."""
    shown = await desk.act(partial(actions.reopen, number=callback_data.number))
    await press_answered(callback, issue_screen(shown), texts.REOPENED)


async def same(callback: CallbackQuery, callback_data: SameIssue, desk: Desk) -> None:
    """Note a card's issue as progress of the open one that it is, or keep it as another one."""
    shown = await desk.act(partial(actions.settle_same, choice=callback_data))
    words = texts.TAKEN[IssueWord.PROGRESS] if callback_data.same else texts.KEPT_APART
    new = issue_screen(shown) if isinstance(shown, actions.IssueCard) else screen(shown)
    await press_answered(callback, new, words)


def router() -> Router:
    """Return the router of this conversation's commands."""
    routes = Router(name="issues")
    routes.message.register(issues, InPrivate(), commands.ISSUES.filter)
    routes.message.register(sensitive, InPrivate(), commands.ISSUE.filter, IsSensitive())
    routes.message.register(issue, InPrivate(), commands.ISSUE.filter)
    return routes


def buttons() -> Router:
    """Return the router of this conversation's buttons."""
    routes = Router(name="issues-buttons")
    routes.callback_query.filter(Heard())
    routes.callback_query.register(turn, ListIssues.filter())
    routes.callback_query.register(show, ShowIssue.filter())
    routes.callback_query.register(ask_word, AskIssueWord.filter())
    routes.callback_query.register(take_word, TakeIssueWord.filter())
    routes.callback_query.register(same, SameIssue.filter())
    routes.callback_query.register(reopen, ReopenIssue.filter())
    return routes
