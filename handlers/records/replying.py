"""What is answered to a reply that adds to a card or record, or changes it."""

from functools import partial

from aiogram import Bot
from aiogram.types import Message

from campaign.vocabulary import DraftState
from handlers.desk import Desk
from handlers.planned.actions import Plans
from handlers.planned.screens import plans_screen
from handlers.records import texts
from handlers.records.amending import Unclear
from handlers.records.by_words import Pointed
from handlers.records.correcting import offer
from handlers.records.corrections import Proposal
from handlers.records.editing import Added, Amended
from handlers.records.screens import record_screen
from handlers.report.actions import Card, note_card
from handlers.report.screens import screen
from handlers.report.texts import ADDED, GONE, HAD_THAT
from handlers.screen import Screen, answer, renew_quietly

Taken = Plans | Added | Amended | Proposal | Unclear | Pointed


async def answer_taken(message: Message, taken: Taken, desk: Desk, bot: Bot, *, quote: bool) -> None:
    """Show what a reply has changed, or ask for the tap or word that it still needs."""
    match taken:
        case Plans():
            await answer(message, plans_screen(taken))
        case Proposal():
            await offer(message, taken)
        case Unclear():
            await answer(message, Screen(texts.which_contact(taken.contacts)), quote=quote)
        case Added():
            draft = taken.shown.draft
            await renew_quietly(bot, draft.chat_id, draft.card_message_id, screen(taken.shown))
            await answer(message, Screen(ADDED if taken.new else HAD_THAT))
        case Pointed():
            head = texts.TAKE_BACK if taken.takes_back else texts.WHAT_TO_CORRECT
            shown = record_screen(taken.opened)
            await answer(message, Screen(f"{head}\n{shown.text}", shown.keyboard), quote=quote)
        case Amended(Card(draft=draft)) if draft.state is DraftState.DROPPED:
            await renew_quietly(bot, draft.chat_id, draft.card_message_id, screen(taken.shown))
            await answer(message, Screen(GONE), quote=quote)
        case Amended():
            await _show_again(message, taken, desk, bot, quote=quote)


async def _show_again(message: Message, taken: Amended, desk: Desk, bot: Bot, *, quote: bool) -> None:
    """Show a card below the reply that changed it; the one above says so and loses its buttons."""
    sent = await answer(message, screen(taken.shown), quote=quote)
    if isinstance(taken.shown, Card):
        draft = taken.shown.draft
        desk.later(partial(note_card, draft_id=draft.id, message_id=sent.message_id))
        if draft.card_message_id is not None:
            await renew_quietly(bot, draft.chat_id, draft.card_message_id, Screen(texts.SHOWN_BELOW))
