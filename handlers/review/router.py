"""The buttons of a draft, and the words that are typed for it."""

from functools import partial
from typing import Any

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from campaign.review import ReviewStep
from digests.edits import ADDED
from digests.reviewing import LONGEST_WORDS, OF_GROUPS, Taken, Wish
from handlers.desk import Desk
from handlers.filters import HasWords, InPrivate, IsCommand
from handlers.issues.actions import due_back
from handlers.review import actions, texts
from handlers.review.keyboards import key_of
from handlers.review.screens import card_screen, groups_screen, offer_screen, section_screen
from handlers.review_callbacks import (
    ReviewDo,
    ReviewGroups,
    ReviewSection,
    ReviewWhole,
    ShowReview,
    TakeReviewWords,
)
from handlers.screen import Screen, answer, press_answered, press_told
from handlers.states import ReviewTalk

KEY = "review"


async def show(callback: CallbackQuery, callback_data: ShowReview, desk: Desk, state: FSMContext) -> None:
    """Show a draft as it reads now; words are waited for no longer."""
    await _forget(state)
    card = await desk.look(partial(actions.card, draft_id=callback_data.draft))
    await press_answered(callback, card_screen(card))


async def open_section(
    callback: CallbackQuery, callback_data: ReviewSection, desk: Desk, state: FSMContext
) -> None:
    """Show a section; the next message is taken for its words."""
    draft, key = callback_data.draft, key_of(callback_data.section)
    shown = await desk.look(partial(actions.section, draft_id=draft, key=key))
    if shown.card.ended or shown.card.draft.approved_by is not None:
        told = texts.hindered(shown.card.ended or Taken.SETTLED)
        await press_answered(callback, card_screen(shown.card), told)
        return
    await state.set_state(ReviewTalk.words)
    asked = {"draft": draft, "section": key, "mark": shown.mark, "at": desk.now.isoformat()}
    await state.update_data({KEY: asked})
    await press_answered(callback, section_screen(shown))


async def do(callback: CallbackQuery, callback_data: ReviewDo, desk: Desk, state: FSMContext) -> None:
    """Do what a button says, and show the draft as it is then."""
    await _forget(state)
    wish = Wish(callback_data.step, callback_data.version, key_of(callback_data.about))
    card = await desk.act(partial(actions.act, draft_id=callback_data.draft, wish=wish))
    groups = callback_data.step in OF_GROUPS and card.told in {Taken.DONE, Taken.CHANGED}
    await press_answered(callback, groups_screen(card) if groups else card_screen(card), texts.toast(card))


async def groups(callback: CallbackQuery, callback_data: ReviewGroups, desk: Desk) -> None:
    """Show the groups that get it."""
    card = await desk.look(partial(actions.card, draft_id=callback_data.draft))
    await press_answered(callback, card_screen(card) if card.ended else groups_screen(card))


async def whole(callback: CallbackQuery, callback_data: ReviewWhole, desk: Desk) -> None:
    """Send the rest of a long text below."""
    card = await desk.look(partial(actions.card, draft_id=callback_data.draft))
    if isinstance(callback.message, Message):
        for text in card.texts[1:]:
            await answer(callback.message, Screen(text))
    await press_told(callback, "")


async def typed(message: Message, desk: Desk, state: FSMContext) -> None:
    """Take words for a section, unless they were asked for long ago."""
    kept: dict[str, Any] = (await state.get_data()).get(KEY) or {}
    if not due_back(kept.get("at"), desk.now):
        await state.set_state(None)
        raise SkipHandler
    words = (message.text or message.caption or "").strip()
    if len(words) > LONGEST_WORDS:
        await desk.look(lambda _store, _actor: None)
        await answer(message, Screen(texts.TOO_LONG))
        return
    await state.set_state(None)
    await _take(message, desk, int(kept["draft"]), Wish(_step(kept), kept["mark"], kept["section"], words))


async def take(callback: CallbackQuery, callback_data: TakeReviewWords, desk: Desk) -> None:
    """Take the words to which an offer replies, though somebody else had changed the section."""
    said = callback.message.reply_to_message if isinstance(callback.message, Message) else None
    words = ((said and (said.text or said.caption)) or "").strip()
    if not words:
        kept = await desk.look(partial(actions.card, draft_id=callback_data.draft))
        await press_answered(callback, card_screen(kept), texts.LOST)
        return
    wish = Wish(ReviewStep.WORDS, callback_data.mark, key_of(callback_data.section), words)
    card = await desk.act(partial(actions.act, draft_id=callback_data.draft, wish=wish))
    await press_answered(callback, card_screen(card), texts.toast(card))


async def _take(message: Message, desk: Desk, draft_id: int, wish: Wish) -> None:
    card = await desk.act(partial(actions.act, draft_id=draft_id, wish=wish))
    if card.told is Taken.CHANGED:
        shown = await desk.look(partial(actions.section, draft_id=draft_id, key=wish.about))
        await answer(message, offer_screen(shown), quote=True)
        return
    if told := texts.toast(card):
        await answer(message, Screen(told))
    await answer(message, card_screen(card))


def _step(kept: dict[str, Any]) -> ReviewStep:
    return ReviewStep.ADD if kept["section"] == ADDED else ReviewStep.WORDS


async def _forget(state: FSMContext) -> None:
    if await state.get_state() == ReviewTalk.words.state:
        await state.set_state(None)


def words() -> Router:
    """Return the router of the words that were asked for."""
    routes = Router(name="review-words")
    talk = StateFilter(ReviewTalk.words)
    routes.message.register(typed, talk, InPrivate(), HasWords(), ~IsCommand())
    return routes


def buttons() -> Router:
    """Return the router of this conversation's buttons."""
    routes = Router(name="review-buttons")
    routes.callback_query.register(show, ShowReview.filter())
    routes.callback_query.register(open_section, ReviewSection.filter())
    routes.callback_query.register(do, ReviewDo.filter())
    routes.callback_query.register(groups, ReviewGroups.filter())
    routes.callback_query.register(whole, ReviewWhole.filter())
    routes.callback_query.register(take, TakeReviewWords.filter())
    return routes
