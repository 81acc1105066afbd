"""The buttons of categories."""

from functools import partial

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.categories import actions, keyboards, texts
from handlers.category_callbacks import AskCategory, ChooseCategory, ListCategories, ListFiled, ListShared
from handlers.desk import Desk
from handlers.filters import Heard
from handlers.issues.actions import issue_page
from handlers.issues.screens import issue_screen, list_screen
from handlers.screen import Screen, press_answered


async def ask(callback: CallbackQuery, callback_data: AskCategory, desk: Desk) -> None:
    """Ask which category an issue is of."""
    found = await desk.look(partial(actions.choice, number=callback_data.number))
    await press_answered(callback, Screen(texts.asking(found), keyboards.choice_keyboard(found)))


async def choose(callback: CallbackQuery, callback_data: ChooseCategory, desk: Desk) -> None:
    """Give an issue a category, and show it again."""
    number, category = callback_data.number, callback_data.category
    shown = await desk.act(partial(actions.choose, number=number, category=category))
    await press_answered(callback, issue_screen(shown), texts.CHANGED)


async def categories(callback: CallbackQuery, desk: Desk) -> None:
    """Show of which categories there are open issues."""
    found = await desk.look(actions.counted)
    await press_answered(callback, Screen(texts.WHICH, keyboards.counts_keyboard(found)))


async def filed(callback: CallbackQuery, callback_data: ListFiled, desk: Desk) -> None:
    """List the open issues of a category."""
    county, category = callback_data.county, callback_data.category
    question = partial(issue_page, page=callback_data.page, county_id=county, category=category)
    await press_answered(callback, list_screen(await desk.look(question)))


async def shared(callback: CallbackQuery, desk: Desk) -> None:
    """Show which problems several counties have."""
    found = await desk.look(actions.shared)
    await press_answered(callback, Screen(texts.shared(found), keyboards.back_keyboard()))


def buttons() -> Router:
    """Return the router of this conversation's buttons."""
    routes = Router(name="category-buttons")
    routes.callback_query.filter(Heard())
    routes.callback_query.register(ask, AskCategory.filter())
    routes.callback_query.register(choose, ChooseCategory.filter())
    routes.callback_query.register(categories, ListCategories.filter())
    routes.callback_query.register(filed, ListFiled.filter())
    routes.callback_query.register(shared, ListShared.filter())
    return routes
