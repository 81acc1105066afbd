"""/language, and the buttons that choose one."""

from functools import partial

from aiogram import Bot, Router
from aiogram.types import CallbackQuery, Message

from campaign.actions.languages import choose_language
from campaign.people import Actor
from campaign.ports import Store
from campaign.vocabulary import Role
from handlers import commands
from handlers.callbacks import ChooseLanguage
from handlers.desk import Desk
from handlers.filters import InPrivate
from handlers.language import texts
from handlers.language.door import Door
from handlers.language.keyboards import languages_keyboard
from handlers.menu import set_commands_of
from handlers.screen import Screen, answer, press_answered


async def language(message: Message, desk: Desk) -> None:
    """Offer the languages."""
    await desk.look(lambda _store, _actor: None)
    await answer(message, Screen(texts.ASK, languages_keyboard()))


async def choose(
    callback: CallbackQuery, callback_data: ChooseLanguage, desk: Desk, door: Door, bot: Bot
) -> None:
    """Speak to a person in the language of his choice; his menu follows."""
    chosen = callback_data.language
    roles = await desk.act(partial(_chosen, choice=callback_data))
    door.choose(desk.telegram_id, chosen)
    await press_answered(callback, Screen(texts.CHOSEN[chosen], languages_keyboard()))
    await set_commands_of(bot, desk.telegram_id, roles)


def _chosen(store: Store, actor: Actor, choice: ChooseLanguage) -> frozenset[Role]:
    choose_language(store, actor, choice.language)
    return actor.roles


def router() -> Router:
    """Return the router of this conversation's command."""
    routes = Router(name="language")
    routes.message.register(language, InPrivate(), commands.LANGUAGE.filter)
    return routes


def buttons() -> Router:
    """Return the router of this conversation's buttons."""
    routes = Router(name="language-buttons")
    routes.callback_query.register(choose, ChooseLanguage.filter())
    return routes
