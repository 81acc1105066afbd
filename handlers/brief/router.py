"""/brief, and the button below a plan."""

from functools import partial

from aiogram import Router
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message

from handlers import commands
from handlers.brief import actions, texts
from handlers.brief.actions import Brief
from handlers.callbacks import ShowBrief
from handlers.desk import Desk
from handlers.filters import InPrivate
from handlers.overview.actions import SomeCounties
from handlers.overview.texts import which_county
from handlers.paging import button, keyboard
from handlers.screen import Screen, answer, press_answered_below
from handlers.texts import county_place


async def brief(message: Message, command: CommandObject, desk: Desk) -> None:
    """Show what to know of a county."""
    found = await desk.look(partial(actions.brief_named, word=(command.args or "").strip()))
    await answer(message, brief_screen(found))


async def open_brief(callback: CallbackQuery, callback_data: ShowBrief, desk: Desk) -> None:
    """Show it below the plan."""
    found = await desk.look(partial(actions.brief, county_id=callback_data.county))
    await press_answered_below(callback, brief_screen(found))


def brief_screen(found: Brief | SomeCounties) -> Screen:
    """Return the screen of a brief, or the choice among several counties."""
    if isinstance(found, Brief):
        return Screen(texts.brief(found))
    rows = [[button(county_place(county), ShowBrief(county=county.id))] for county in found.counties]
    return Screen(which_county(found) if found.word else texts.WHICH, keyboard(*rows))


def router() -> Router:
    """Return the router of the command."""
    routes = Router(name="brief")
    routes.message.register(brief, InPrivate(), commands.BRIEF.filter)
    return routes


def buttons() -> Router:
    """Return the router of the button."""
    routes = Router(name="brief-buttons")
    routes.callback_query.register(open_brief, ShowBrief.filter())
    return routes
