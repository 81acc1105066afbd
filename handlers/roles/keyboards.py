"""Buttons of somebody's roles."""

from aiogram.types import InlineKeyboardMarkup

from campaign.vocabulary import Role
from handlers.admin_callbacks import ListPeople, ShowMember
from handlers.paging import button, in_rows
from handlers.role_callbacks import AskRole, EndRole, GiveRole, ShowRoles, TakeNewcomer
from handlers.roles import texts
from handlers.roles.actions import RolesShown


def roles_keyboard(shown: RolesShown) -> InlineKeyboardMarkup:
    """Return what can be done with somebody's roles."""
    person = shown.person.id
    rows = [
        [
            button(texts.held_label(texts.DAYS, grant.role), AskRole(person=person, role=grant.role)),
            button(texts.held_label(texts.END, grant.role), EndRole(person=person, role=grant.role)),
        ]
        for grant in shown.given
    ]
    giving = [
        button(
            texts.label(role),
            AskRole(person=person, role=role) if role is Role.COUNTY else GiveRole(person=person, role=role),
        )
        for role in shown.open
    ]
    rows += in_rows(giving, 3)
    return InlineKeyboardMarkup(inline_keyboard=[*rows, [button(texts.BACK, ShowMember(person=person))]])


def end_keyboard(person: int, role: Role) -> InlineKeyboardMarkup:
    """Return yes and no."""
    yes = button(texts.CONFIRM, EndRole(person=person, role=role, sure=True))
    return InlineKeyboardMarkup(inline_keyboard=[[yes, button(texts.CANCEL, ShowRoles(person=person))]])


def newcomer_keyboard() -> InlineKeyboardMarkup:
    """Return yes and no to somebody who was typed."""
    row = [button(texts.CONFIRM, TakeNewcomer()), button(texts.CANCEL, ListPeople())]
    return InlineKeyboardMarkup(inline_keyboard=[row])
