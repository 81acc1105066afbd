"""/why, and the buttons below figures."""

from functools import partial

from aiogram import Router
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message

from campaign.actions.why import CountyWhy, county_why, progress_why
from campaign.people import Actor
from campaign.ports import Store
from handlers import commands
from handlers.callbacks import Figure, OpenFigure, ShowWhy
from handlers.desk import Desk
from handlers.figures.actions import PRESENT, figures
from handlers.figures.screens import menu_screen
from handlers.filters import InPrivate
from handlers.overview.actions import MOST_FOUND, SomeCounties, matching
from handlers.overview.texts import which_county
from handlers.paging import button, keyboard
from handlers.screen import Screen, answer, press_answered_below
from handlers.texts import county_place
from handlers.why import rows, texts
from handlers.why.keyboards import figures_keyboard


async def why(message: Message, command: CommandObject, desk: Desk) -> None:
    """Show what is behind a county's figures, or offer the figures of the whole campaign."""
    word = (command.args or "").strip()
    if not word:
        await desk.look(lambda _store, _actor: None)
        await answer(message, Screen(texts.WHICH, figures_keyboard()))
        return
    await answer(message, why_screen(await desk.look(partial(_named, word=word))))


async def show_why(callback: CallbackQuery, callback_data: ShowWhy, desk: Desk) -> None:
    """Show it below the county."""
    found = await desk.look(partial(county_why, county_id=callback_data.county))
    await press_answered_below(callback, why_screen(found))


async def open_figure(callback: CallbackQuery, callback_data: OpenFigure, desk: Desk) -> None:
    """Show what is behind a figure, below it."""
    if callback_data.figure is Figure.NUMBERS:
        screen = menu_screen(await desk.look(partial(figures, digest_id=PRESENT)))
    else:
        screen = Screen(rows.progress(await desk.look(progress_why)))
    await press_answered_below(callback, screen)


def why_screen(found: CountyWhy | SomeCounties) -> Screen:
    """Return the screen of one county, or the choice among several."""
    if isinstance(found, CountyWhy):
        return Screen(rows.county(found))
    choice = [[button(county_place(county), ShowWhy(county=county.id))] for county in found.counties]
    return Screen(which_county(found), keyboard(*choice))


def router() -> Router:
    """Return the router of the command."""
    routes = Router(name="why")
    routes.message.register(why, InPrivate(), commands.WHY.filter)
    return routes


def buttons() -> Router:
    """Return the router of the buttons."""
    routes = Router(name="why-buttons")
    routes.callback_query.register(show_why, ShowWhy.filter())
    routes.callback_query.register(open_figure, OpenFigure.filter())
    return routes


def _named(store: Store, actor: Actor, word: str) -> CountyWhy | SomeCounties:
    found = matching(store.people.counties(actor.campaign_id), word)
    if len(found) == 1:
        return county_why(store, actor, found[0].id)
    return SomeCounties(word, found[:MOST_FOUND])
