"""/my, /status, /uncovered, /help."""

from functools import partial

from aiogram import Router
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message

from handlers import commands
from handlers.callbacks import ShowCounty
from handlers.campaigns.keyboards import others_keyboard
from handlers.desk import Desk
from handlers.filters import Heard, InPrivate, Place
from handlers.overview import actions, texts
from handlers.overview.actions import OneCounty, SomeCounties, Status
from handlers.overview.keyboards import counties_keyboard
from handlers.own_county.actions import home_if_county
from handlers.own_county.screens import home_screen
from handlers.screen import Screen, answer, press_answered
from handlers.why.keyboards import figures_keyboard, why_keyboard


async def my(message: Message, desk: Desk) -> None:
    """Show a person's own counties."""
    await answer(message, Screen(texts.my_state(await desk.look(actions.my_state))))


async def status(message: Message, command: CommandObject, desk: Desk, place: Place) -> None:
    """Show the campaign's figures, or one county's state."""
    word = (command.args or "").strip()
    if word:
        question = partial(actions.county_status, desk=desk, place=place, word=word)
        await answer(message, county_screen(await desk.look_unbound(question)))
        return
    figures = await desk.look_unbound(partial(actions.status, desk=desk, place=place))
    await answer(message, status_screen(figures))


async def show_county(callback: CallbackQuery, callback_data: ShowCounty, desk: Desk, place: Place) -> None:
    """Show the county that was picked."""
    question = partial(actions.county_shown, desk=desk, place=place, county_id=callback_data.county)
    await press_answered(callback, county_screen(await desk.look_unbound(question)))


async def uncovered(message: Message, desk: Desk, place: Place) -> None:
    """Show the counties with nothing logged."""
    shown = await desk.look_unbound(partial(actions.uncovered, desk=desk, place=place))
    await answer(message, Screen(texts.uncovered(shown)))


async def helping(message: Message, desk: Desk, place: Place) -> None:
    """Show how to use the bot."""
    if place.group:
        await answer(message, Screen(texts.group_help()))
        return
    if home := await desk.look_unbound(partial(home_if_county, desk=desk)):
        await answer(message, home_screen(home))
        return
    found = await desk.look(actions.help_for)
    await answer(message, Screen(texts.helping(found), others_keyboard(found.choices, found.campaign_id)))


def status_screen(figures: Status) -> Screen:
    """Return the screen of the campaign's figures, with what opens them for those who may."""
    return Screen(texts.status(figures), figures_keyboard() if figures.opens else None)


def county_screen(found: OneCounty | SomeCounties) -> Screen:
    """Return the screen of one county, or the choice among several."""
    if isinstance(found, OneCounty):
        return Screen(texts.county(found), why_keyboard(found.county.id) if found.opens else None)
    return Screen(texts.which_county(found), counties_keyboard(found))


def router() -> Router:
    """Return the router of this conversation's commands."""
    routes = Router(name="overview")
    routes.message.register(status, commands.STATUS.filter, Heard())
    routes.message.register(uncovered, commands.UNCOVERED.filter, Heard())
    routes.message.register(my, InPrivate(), commands.MY.filter)
    routes.message.register(helping, commands.HELP.filter, Heard())
    return routes


def buttons() -> Router:
    """Return the router of this conversation's buttons."""
    routes = Router(name="overview-buttons")
    routes.callback_query.register(show_county, ShowCounty.filter(), Heard())
    return routes
