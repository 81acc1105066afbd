"""Buttons of the roster's people."""

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.admin_callbacks import (
    AskEdit,
    AskMember,
    DoMember,
    EditWord,
    EndStandIn,
    ListPeople,
    MemberWord,
    ShowMember,
    TakeEdit,
)
from handlers.paging import button, in_rows, keyboard, opening, turning
from handlers.people import texts
from handlers.people.actions import MemberCard, PeoplePage
from handlers.people.edits import Edit
from handlers.role_callbacks import AskNewcomer, ShowRoles
from handlers.roles import texts as role_texts


def people_keyboard(page: PeoplePage) -> InlineKeyboardMarkup | None:
    """Return a button for each person of a page, and those that turn it."""
    opened = opening(page, (ShowMember(person=member.person.id) for member in page.members))
    if page.word:
        return keyboard(*in_rows(opened))
    turned = turning(page, lambda number: ListPeople(page=number))
    newcomer = button(role_texts.NEWCOMER, AskNewcomer())
    return keyboard(*in_rows(opened), turned, [_editing(0, EditWord.PAIR), newcomer])


def card_keyboard(card: MemberCard) -> InlineKeyboardMarkup:
    """Return what can be done with a person; nobody takes away his own account."""
    person, bound, open_code = card.member.person.id, bool(card.member.accounts), bool(card.last_day)
    first = []
    if bound and not card.oneself:
        first = [_asking(person, MemberWord.REBIND), _asking(person, MemberWord.UNBIND)]
    elif not bound:
        label = texts.INVITE_AGAIN if open_code else texts.INVITE
        first = [button(label, DoMember(person=person, what=MemberWord.INVITE, mark=card.member.mark))]
    second = [_asking(person, MemberWord.REVOKE)] if open_code else []
    paired = [_editing(person, what) for what in (EditWord.REPLACE, EditWord.STAND_IN) if card.pairings]
    third = [_editing(person, EditWord.RENAME), button(role_texts.BUTTON, ShowRoles(person=person))]
    rows = [
        row
        for row in (first, second, paired, *_ending(card), third, [button(texts.BACK, ListPeople())])
        if row
    ]
    return InlineKeyboardMarkup(inline_keyboard=rows)


def confirm_keyboard(card: MemberCard, what: MemberWord) -> InlineKeyboardMarkup:
    """Return yes, for the person as he was shown, and no."""
    person = card.member.person.id
    yes = button(texts.CONFIRM, DoMember(person=person, what=what, mark=card.member.mark))
    no = button(texts.CANCEL, ShowMember(person=person))
    return InlineKeyboardMarkup(inline_keyboard=[[yes, no]])


def edit_keyboard(edit: Edit) -> InlineKeyboardMarkup:
    """Return yes to a change that was typed, and the way back."""
    no = ShowMember(person=edit.person) if edit.person else ListPeople()
    row = [button(texts.CONFIRM, TakeEdit(mark=edit.mark)), button(texts.CANCEL, no)]
    return InlineKeyboardMarkup(inline_keyboard=[row])


def _ending(card: MemberCard) -> list[list[InlineKeyboardButton]]:
    person = card.member.person.id
    return [
        [button(texts.ending(one, person), EndStandIn(stand_in=one.id, person=person))]
        for one in card.stand_ins
        if one.last > card.today
    ]


def _editing(person: int, what: EditWord) -> InlineKeyboardButton:
    return button(texts.EDITS[what], AskEdit(person=person, what=what))


def _asking(person: int, what: MemberWord) -> InlineKeyboardButton:
    return button(texts.WORDS[what], AskMember(person=person, what=what))
