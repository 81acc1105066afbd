"""Free text becomes a card; a card's buttons save, drop, answer and undo it."""

from dataclasses import replace
from functools import partial
from typing import Any

from aiogram import Bot, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from campaign.attachments import MOST
from campaign.errors import NotAllowed
from campaign.permissions import Action
from campaign.vocabulary import DraftState
from handlers.asking import answered
from handlers.asking import texts as asking_texts
from handlers.callbacks import DropDraft, PickAnswer, SameContact, SaveAnyway, SaveDraft, UndoRecord
from handlers.desk import Desk
from handlers.duties.cards import DutyCard
from handlers.duties.screens import duty_card_screen
from handlers.filters import (
    GoesOnWithNothing,
    HasWords,
    Heard,
    IsCommand,
    NoFormOpen,
    Place,
    named,
)
from handlers.issues.words import offer_word
from handlers.log.form import KEY
from handlers.media import actions as media
from handlers.media import router as media_router
from handlers.media import texts as media_texts
from handlers.media.actions import Joined
from handlers.media.router import put_by, tell_joined
from handlers.records import joining
from handlers.records.correcting import offer, renew_own
from handlers.records.corrections import Corrected, Proposal
from handlers.records.editing import edited
from handlers.records.replying import answer_taken
from handlers.report import actions, texts
from handlers.report.actions import Card, Kept, Unsaved
from handlers.report.reading import said_in
from handlers.report.screens import screen
from handlers.screen import Screen, answer, press_answered, renew, renew_quietly
from handlers.texts import bare
from understanding.reading import Intent

ASKING = frozenset({Intent.QUESTION, Intent.NONE})
OF_ISSUES = frozenset({Intent.ISSUE, Intent.NONE})


async def read(message: Message, desk: Desk, place: Place, state: FSMContext, bot: Bot) -> None:
    """Read a message into a card, or say where its answer is to be had."""
    said, private = said_in(message), place.group is None
    loose = media.waiting(await state.get_data(), desk.now) if private else ()
    try:
        outcome = await desk.act(partial(media.take, desk=desk, said=said, loose=loose, private=private))
    except NotAllowed as refusal:
        if said.files or not await _reader_answered(message, desk, place, bot, refusal):
            raise
        return
    if isinstance(outcome, Card | DutyCard):
        if loose:
            await state.update_data({media.LOOSE: None})
        await _show_card(message, outcome, desk, quote=not private)
        if len({file.unique_id for file in (*loose, *said.files)}) > MOST:
            await answer(message, Screen(media_texts.too_many()))
    elif isinstance(outcome, Joined):
        await tell_joined(message, outcome, state, bot)
    elif not isinstance(outcome, Unsaved):
        await answer_taken(message, outcome, desk, bot, quote=not private)
    elif private and said.files and outcome.intent is Intent.NONE:
        await put_by(message, said.files, desk, state)
    elif not await _question_answered(message, desk, place, outcome, bot) and private:
        await _answer_instead(message, desk, state, outcome)


async def _show_card(message: Message, shown: Card | DutyCard, desk: Desk, *, quote: bool) -> None:
    if isinstance(shown, DutyCard):
        await answer(message, duty_card_screen(shown), quote=quote)
        return
    sent = await answer(message, screen(shown), quote=quote)
    desk.later(partial(actions.note_card, draft_id=shown.draft.id, message_id=sent.message_id))


async def read_again(message: Message, desk: Desk, place: Place, bot: Bot, state: FSMContext) -> None:
    """Renew the card of an edited message; offer to correct the record when it was saved."""
    outcome = await desk.act(partial(edited, desk=desk, said=said_in(message)))
    if isinstance(outcome, Proposal):
        await offer(message, outcome)
    elif isinstance(outcome, DutyCard):
        await _show_card(message, outcome, desk, quote=place.group is not None)
    elif isinstance(outcome, Card):
        card_message = outcome.draft.card_message_id
        shown = await renew(bot, message.chat.id, card_message, screen(outcome))
        if shown != card_message:
            desk.later(partial(actions.note_card, draft_id=outcome.draft.id, message_id=shown))
    elif place.group is None and isinstance(outcome, Kept):
        await answer(message, Screen(texts.saved_already(outcome)))
    elif place.group is None and isinstance(outcome, Unsaved):
        await _answer_instead(message, desk, state, outcome)


async def save(
    callback: CallbackQuery,
    callback_data: SaveDraft | SaveAnyway,
    desk: Desk,
    dialog_manager: DialogManager | None = None,
) -> None:
    """Save a card; pressing again shows the record. There is no manager where no form can be open."""
    anyway = isinstance(callback_data, SaveAnyway)
    saved = partial(actions.save, draft_id=callback_data.draft, anyway=anyway)
    shown = await desk.act(saved)
    if dialog_manager:
        await _close_form(dialog_manager, callback_data.draft)
    await press_answered(callback, screen(shown), _what_became(shown))
    await _without_late_undo(callback, shown, desk)


async def _without_late_undo(callback: CallbackQuery, shown: Card | Kept, desk: Desk) -> None:
    """Take the button away that undoes a record when Telegram took its answer only after the ten minutes."""
    if isinstance(shown, Kept) and shown.undoable:
        late = replace(shown, now=desk.moment())
        if not late.undoable and callback.message and callback.bot:
            place = callback.message.chat.id, callback.message.message_id
            await renew_quietly(callback.bot, *place, screen(late))


async def join(
    callback: CallbackQuery,
    callback_data: SameContact,
    desk: Desk,
    bot: Bot,
    dialog_manager: DialogManager | None = None,
) -> None:
    """Add what a card says to the record that somebody else logged of the same contact."""
    done = await desk.act(partial(joining.join_contact, choice=callback_data))
    if dialog_manager:
        await _close_form(dialog_manager, callback_data.draft)
    if not isinstance(done, Corrected):
        await press_answered(callback, screen(done))
        return
    words = media_texts.too_many() if done.over else texts.JOINED.format(number=callback_data.number)
    await press_answered(callback, screen(done.kept), words)
    await renew_own(bot, done, None)


async def drop(
    callback: CallbackQuery, callback_data: DropDraft, desk: Desk, dialog_manager: DialogManager
) -> None:
    """Give up a card."""
    shown = await desk.act(partial(actions.drop, draft_id=callback_data.draft))
    await _close_form(dialog_manager, callback_data.draft)
    await press_answered(callback, screen(shown), _what_became(shown))


async def pick(callback: CallbackQuery, callback_data: PickAnswer, desk: Desk) -> None:
    """Take the answer to what a card asks."""
    shown = await desk.act(partial(actions.pick, choice=callback_data))
    await press_answered(callback, screen(shown))


async def undo(callback: CallbackQuery, callback_data: UndoRecord, desk: Desk) -> None:
    """Undo what a card saved."""
    shown = await desk.act(partial(actions.undo, draft_id=callback_data.draft))
    await press_answered(callback, screen(shown), _what_became(shown))


async def _reader_answered(message: Message, desk: Desk, place: Place, bot: Bot, refusal: NotAllowed) -> bool:
    """Answer somebody who reads and logs nothing; tell whether there was an answer."""
    if refusal.wanted == Action.LOG_DUTY:
        return False
    unsaved = await desk.look(partial(actions.unsaved, desk=desk, said=said_in(message)))
    if await _question_answered(message, desk, place, unsaved, bot):
        return True
    if place.group or unsaved.intent not in {*ASKING, Intent.PLAN}:
        return False
    await answer(message, Screen(texts.READS_ONLY))
    return True


async def _question_answered(message: Message, desk: Desk, place: Place, unsaved: Unsaved, bot: Bot) -> bool:
    # People in a group ask one another: the bot answers there only when it is named.
    if unsaved.intent not in ASKING or unsaved.card or not (place.group is None or await named(message, bot)):
        return False
    question = partial(answered, desk=desk, place=place, text=said_in(message).text)
    shown = await desk.look(question)
    if shown is None and place.group is None and unsaved.intent is Intent.QUESTION:
        shown = Screen(asking_texts.cannot(unsaved.example_county))
    if shown:
        await answer(message, shown, quote=place.group is not None)
    return shown is not None


async def _answer_instead(message: Message, desk: Desk, state: FSMContext, unsaved: Unsaved) -> None:
    goes_on = unsaved.intent is Intent.ISSUE
    about_issue = unsaved.intent in OF_ISSUES and not unsaved.card
    if about_issue and await offer_word(message, desk, state, goes_on=goes_on):
        return
    words = texts.instead(unsaved)
    if unsaved.intent is Intent.NONE and not unsaved.unknown_counties and not unsaved.card:
        words = await _help_once(bare(said_in(message).text), words, desk, state)
    if words:
        await answer(message, Screen(words))


async def _help_once(said: str, words: str, desk: Desk, state: FSMContext) -> str:
    """Explain once a day; later answer in short, and let a greeting or a word of thanks be."""
    if said in texts.ON_BUTTONS:
        return texts.PRESS_BUTTON
    today = (await desk.look(actions.today)).isoformat()
    if (await state.get_data()).get("helped") != today or desk.repeated:
        await state.update_data(helped=today)
        return words
    return "" if texts.is_polite(said) else texts.NOT_UNDERSTOOD


async def _close_form(manager: DialogManager, draft_id: str) -> None:
    """Leave the form on a card that was settled on another device, or after its message was edited."""
    if manager.has_context():
        form: Any = manager.current_context().dialog_data.get(KEY) or {}
        if form.get("draft", {}).get("id") == draft_id:
            await manager.reset_stack(remove_keyboard=False)


def _what_became(shown: Card | Kept) -> str:
    if isinstance(shown, Kept):
        return texts.UNDONE if shown.record.withdrawn else texts.SAVED
    if shown.draft.state is not DraftState.OPEN:
        return texts.DROPPED
    return texts.CHOOSE if shown.others else texts.KEPT_ASKING


def buttons() -> Router:
    """Return the router of a card's buttons."""
    routes = Router(name="cards")
    routes.callback_query.filter(Heard())
    routes.include_router(media_router.buttons())
    routes.callback_query.register(save, SaveDraft.filter())
    routes.callback_query.register(save, SaveAnyway.filter())
    routes.callback_query.register(pick, PickAnswer.filter())
    routes.callback_query.register(undo, UndoRecord.filter())
    routes.callback_query.register(drop, DropDraft.filter())
    routes.callback_query.register(join, SameContact.filter())
    return routes


def plain() -> Router:
    """Return the router of a new report and its one tap, while no form is open."""
    routes = Router(name="plain")
    routes.message.register(read, GoesOnWithNothing(), HasWords(), NoFormOpen(), Heard())
    for pressed in (SaveDraft, SaveAnyway):
        routes.callback_query.register(save, pressed.filter(), NoFormOpen(), Heard())
    return routes


def router() -> Router:
    """Return the router of this conversation's messages."""
    routes = Router(name="report")
    routes.message.register(read, HasWords(), Heard())
    routes.edited_message.register(read_again, HasWords(), ~IsCommand(), Heard())
    routes.include_router(media_router.router())
    return routes
