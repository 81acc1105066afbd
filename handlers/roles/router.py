"""The buttons of somebody's roles."""

from functools import partial

from aiogram import Bot, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from campaign.vocabulary import Role
from handlers.desk import Desk
from handlers.people.screens import card_screen
from handlers.role_callbacks import AskNewcomer, AskRole, EndRole, GiveRole, ShowRoles, TakeNewcomer
from handlers.roles import actions, texts
from handlers.roles.actions import RolesShown
from handlers.roles.screens import end_screen, roles_screen
from handlers.roles.words import KEY, offer_menus
from handlers.screen import Screen, press_answered, press_answered_below, press_told
from handlers.states import RoleTalk


async def show(callback: CallbackQuery, callback_data: ShowRoles, desk: Desk) -> None:
    """Show somebody's roles."""
    shown = await desk.look(partial(actions.shown, person_id=callback_data.person))
    await press_answered(callback, roles_screen(shown))


async def give(callback: CallbackQuery, callback_data: GiveRole, desk: Desk, bot: Bot) -> None:
    """Give a role."""
    choice = partial(actions.give, person_id=callback_data.person, role=callback_data.role)
    shown = await desk.act(choice)
    await press_answered(callback, roles_screen(shown), texts.GIVEN)
    await offer_menus(bot, shown)


async def end(callback: CallbackQuery, callback_data: EndRole, desk: Desk, bot: Bot) -> None:
    """Ask whether to take a role back, or do it."""
    person, role = callback_data.person, callback_data.role
    if not callback_data.sure:
        shown: RolesShown = await desk.look(partial(actions.shown, person_id=person))
        await press_answered(callback, end_screen(shown, role))
        return
    shown = await desk.act(partial(actions.end, person_id=person, role=role))
    await press_answered(callback, roles_screen(shown), texts.ENDED)
    await offer_menus(bot, shown)


async def ask(callback: CallbackQuery, callback_data: AskRole, desk: Desk, state: FSMContext) -> None:
    """Ask for the days of a role, or for the county of one."""
    shown = await desk.look(partial(actions.shown, person_id=callback_data.person))
    held = any(grant.role is callback_data.role for grant in shown.given)
    wants_county = callback_data.role is Role.COUNTY and not held
    await state.set_state(RoleTalk.county if wants_county else RoleTalk.days)
    asked = {"person": callback_data.person, "role": callback_data.role.value, "at": desk.now.isoformat()}
    await state.update_data({KEY: asked})
    await press_answered_below(
        callback, Screen(texts.asking(callback_data.role, shown.person.name, county=wants_county))
    )


async def ask_newcomer(callback: CallbackQuery, desk: Desk, state: FSMContext) -> None:
    """Ask for somebody to be taken up."""
    await desk.look(lambda _store, _actor: None)
    await state.set_state(RoleTalk.newcomer)
    await state.update_data({KEY: {"at": desk.now.isoformat()}})
    await press_answered_below(callback, Screen(texts.ASK_NEWCOMER))


async def take_newcomer(callback: CallbackQuery, desk: Desk, state: FSMContext) -> None:
    """Take up who was typed, and show his card, which invites him."""
    await desk.look(lambda _store, _actor: None)
    words = ((await state.get_data()).get(KEY) or {}).get("words")
    if not words:
        await press_told(callback, texts.OVER)
        return
    card = await desk.act(partial(actions.take_up, desk=desk, words=words))
    await press_answered(callback, card_screen(card), texts.GIVEN)
    await state.update_data({KEY: None})


def buttons() -> Router:
    """Return the router of this conversation's buttons."""
    routes = Router(name="roles-buttons")
    routes.callback_query.register(show, ShowRoles.filter())
    routes.callback_query.register(give, GiveRole.filter())
    routes.callback_query.register(end, EndRole.filter())
    routes.callback_query.register(ask, AskRole.filter())
    routes.callback_query.register(ask_newcomer, AskNewcomer.filter())
    routes.callback_query.register(take_newcomer, TakeNewcomer.filter())
    return routes
