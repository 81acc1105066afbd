"""/people, and the buttons of the roster's people."""

from functools import partial

from aiogram import Bot, Router
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message

from handlers import commands
from handlers.admin import actions as admin_actions
from handlers.admin import texts as admin_texts
from handlers.admin_callbacks import AskMember, DoMember, EndStandIn, ListPeople, ShowMember
from handlers.desk import Desk
from handlers.filters import InPrivate
from handlers.people import actions, texts
from handlers.people.screens import asking_screen, card_screen, people_screen
from handlers.screen import Screen, answer, press_answered


async def people(message: Message, command: CommandObject, desk: Desk) -> None:
    """List the roster's people by state, or show who is named."""
    word = "".join((command.args or "").split())
    await answer(message, people_screen(await desk.look(partial(actions.people_named, word=word))))


async def turn(callback: CallbackQuery, callback_data: ListPeople, desk: Desk) -> None:
    """Show another page."""
    page = await desk.look(partial(actions.people_page, page=callback_data.page))
    await press_answered(callback, people_screen(page))


async def show(callback: CallbackQuery, callback_data: ShowMember, desk: Desk) -> None:
    """Open a person in the list's place."""
    card = await desk.look(partial(actions.member_card, person_id=callback_data.person))
    await press_answered(callback, card_screen(card))


async def ask(callback: CallbackQuery, callback_data: AskMember, desk: Desk) -> None:
    """Ask whether something shall be taken away."""
    card = await desk.look(partial(actions.member_card, person_id=callback_data.person))
    await press_answered(callback, asking_screen(card, callback_data.what))


async def end_stand_in(callback: CallbackQuery, callback_data: EndStandIn, desk: Desk) -> None:
    """End a stand-in, and show the person as he is now."""
    stand_in, person = callback_data.stand_in, callback_data.person
    card = await desk.act(partial(actions.end_of_stand_in, stand_in_id=stand_in, person_id=person))
    await press_answered(callback, card_screen(card), texts.EDITED)


async def do(callback: CallbackQuery, callback_data: DoMember, desk: Desk, bot: Bot) -> None:
    """Do what was asked for; a new invite comes below, to be handed on."""
    code = admin_actions.new_code()
    done = await desk.act(partial(actions.do, desk=desk, choice=callback_data, code=code))
    await press_answered(callback, card_screen(done.card), texts.DONE[callback_data.what])
    if done.invited and isinstance(callback.message, Message):
        words = admin_texts.invitation(done.invited, (await bot.me()).username or "")
        await answer(callback.message, Screen(words))


def router() -> Router:
    """Return the router of this conversation's commands."""
    routes = Router(name="people")
    routes.message.register(people, InPrivate(), commands.PEOPLE.filter)
    return routes


def buttons() -> Router:
    """Return the router of this conversation's buttons."""
    routes = Router(name="people-buttons")
    routes.callback_query.register(turn, ListPeople.filter())
    routes.callback_query.register(show, ShowMember.filter())
    routes.callback_query.register(ask, AskMember.filter())
    routes.callback_query.register(end_stand_in, EndStandIn.filter())
    routes.callback_query.register(do, DoMember.filter())
    return routes
