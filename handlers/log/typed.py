"""What is typed while the form is open: answers in place of presses, ways out, and whole reports."""

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Any

from aiogram.enums import ChatType
from aiogram.types import Message
from aiogram_dialog import DialogManager, ShowMode

from handlers.asking import answered
from handlers.desk import Desk
from handlers.filters import Place
from handlers.log import actions, answers, texts
from handlers.log.form import Notice
from handlers.log.getters import keep, kept
from handlers.log.keyboards import NONE, Option
from handlers.report import actions as report
from handlers.report.actions import Card
from handlers.report.reading import said_in
from handlers.report.screens import screen
from handlers.screen import answer
from handlers.states import LogForm
from handlers.texts import bare

Typed = Callable[[Message, Any, DialogManager], Awaitable[None]]
Choose = Callable[[Any, Any, DialogManager, str], Awaitable[None]]
SHORTEST_REPORT = 8
ON_BUTTONS = frozenset({LogForm.channel, LogForm.leader, LogForm.summary})
"""Where a form takes presses alone."""
NO_FILES = dict.fromkeys(("photo", "video", "document", "voice", "animation", "video_note"))


def typed(take: Typed, skip: Choose | None = None, *, reports: bool = True) -> Typed:
    """Return what a question does with typed words: step back, skip, open a card, or take the answer.

    reports: whether a whole report is a card of its own here rather than the answer.
    """

    async def handle(message: Message, widget: Any, manager: DialogManager) -> None:
        if said_in(message).files:
            await bring_files(message, manager, handle, reports=reports)
            return
        said = bare(message.text or "")
        if said in texts.BACK_WORDS and (kept(manager).editing or _state(manager) != LogForm.county):
            await answers.back(message, widget, manager)
        elif said in texts.SKIP_WORDS and skip:
            await skip(message, widget, manager, NONE)
        elif not (reports and (await opened_card(message, manager) or await asked(message, manager))):
            await take(message, widget, manager)

    return handle


def chosen(choose: Choose, options: Callable[[], Sequence[Option]]) -> Typed:
    """Return what takes a button's words for a press; anything else is told to press."""

    async def handle(message: Message, widget: Any, manager: DialogManager) -> None:
        said = bare(message.text or "")
        key = next((option.key for option in options() if bare(option.label) == said), None)
        if key is None:
            keep(manager, kept(manager).noticing(Notice.BUTTONS_ONLY))
        else:
            await choose(message, widget, manager, key)

    return handle


async def bring_files(message: Message, manager: DialogManager, take: Typed, *, reports: bool) -> None:
    """Keep files with the form, and take the words below them for an answer; a report is a card by itself."""
    if reports and await opened_card(message, manager):
        return
    form, said = kept(manager), said_in(message)
    joined = partial(actions.keep_files, draft_id=form.draft.id, files=said.files)
    new = form if await _desk(manager).act(joined) else form.with_files(said.files)
    again = said.media_group is not None and said.media_group == form.album
    keep(manager, new.model_copy(update={"notice": Notice.FILE_KEPT, "album": said.media_group}))
    if said.text:
        await take(message.model_copy(update={**NO_FILES, "text": said.text}), None, manager)
    elif again:
        manager.show_mode = ShowMode.NO_UPDATE


async def asked(message: Message, manager: DialogManager) -> bool:
    """Answer a question to the ledger that was typed in the middle of a form, which stays as it is."""
    if message.chat.type != ChatType.PRIVATE or _state(manager) not in ON_BUTTONS:
        return False
    question = partial(answered, desk=_desk(manager), place=Place(), text=said_in(message).text)
    shown = await _desk(manager).look(question)
    if shown is None:
        return False
    manager.show_mode = ShowMode.NO_UPDATE
    await answer(message, shown)
    return True


async def opened_card(message: Message, manager: DialogManager) -> bool:
    """Open a card on a whole report that was typed in the middle of a form; False when it is none.

    A form that holds nothing yet is left; any other one stays as it is.
    """
    desk, said = _desk(manager), said_in(message)
    if len(said.text) < SHORTEST_REPORT or not await desk.look(
        partial(report.is_whole, desk=desk, said=said)
    ):
        return False
    card = await desk.act(partial(report.read_message, desk=desk, said=said))
    if not isinstance(card, Card):
        return False
    if _state(manager) == LogForm.county and not kept(manager).editing:
        await manager.reset_stack()
    manager.show_mode = ShowMode.NO_UPDATE
    sent = await answer(message, screen(card), quote=message.chat.type != ChatType.PRIVATE)
    desk.later(partial(report.note_card, draft_id=card.draft.id, message_id=sent.message_id))
    return True


def _state(manager: DialogManager) -> Any:
    return manager.current_context().state


def _desk(manager: DialogManager) -> Desk:
    desk: Desk = manager.middleware_data["desk"]
    return desk
