"""Buttons of records that are looked up."""

from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from campaign.people import County
from handlers.callbacks import (
    CountyFiles,
    LeaveCorrection,
    ListContacts,
    ListIssues,
    ListPractices,
    OpenCounty,
    OpenRecord,
    RecordFiles,
    ShowIssue,
    TakeCorrection,
    WithdrawRecord,
)
from handlers.media.texts import counts
from handlers.records import texts
from handlers.records.actions import MOST_ISSUES, ContactPage, CountyBook, Opened, OwnRecords, PracticeList
from handlers.records.corrections import Proposal
from handlers.report.keyboards import changing
from handlers.texts import county_place

IN_A_ROW = 5


def own_keyboard(own: OwnRecords) -> InlineKeyboardMarkup | None:
    """Return a button for each record, by its place in the list."""
    records = enumerate(own.records, start=1)
    return _rows([_button(str(place), OpenRecord(draft=record.draft_id).pack()) for place, record in records])


def record_keyboard(opened: Opened) -> InlineKeyboardMarkup | None:
    """Return what can be done with a record; its author undoes it in the first minutes without a reason."""
    draft, buttons = opened.kept.record.draft_id, []
    if opened.kept.files:
        buttons.append(_button(counts(opened.kept.files), RecordFiles(draft=draft).pack()))
    buttons += changing(opened.kept)
    if opened.kept.correctable and not opened.kept.undoable:
        buttons.append(_button(texts.WITHDRAW, WithdrawRecord(draft=draft).pack()))
    return _rows(buttons)


def proposal_keyboard(proposal: Proposal) -> InlineKeyboardMarkup:
    """Return what can be said to a proposed form."""
    draft = proposal.draft.id
    yes = texts.ADD if proposal.adds else texts.TAKE
    take = _button(
        texts.MISTYPED if proposal.wants_reason else yes,
        TakeCorrection(draft=draft, mistyped=proposal.wants_reason).pack(),
    )
    leave = _button(texts.LEAVE_OUT if proposal.adds else texts.LEAVE, LeaveCorrection(draft=draft).pack())
    return InlineKeyboardMarkup(inline_keyboard=[[take, leave]])


def county_keyboard(book: CountyBook) -> InlineKeyboardMarkup | None:
    """Return a button for each contact and issue of a county, and for its files."""
    contacts, issues = book.one.view.contacts, book.one.view.issues[:MOST_ISSUES]
    opening = [_button(texts.contact_label(c.number), OpenRecord(draft=c.draft_id).pack()) for c in contacts]
    opening += [_button(texts.issue_label(i.number), ShowIssue(number=i.number).pack()) for i in issues]
    if book.files:
        opening.append(_button(counts(book.files), CountyFiles(county=book.one.county.id).pack()))
    rows, lists = _in_rows(opening, 3), _all_of(book)
    rows += [lists] if lists else []
    return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None


def _all_of(book: CountyBook) -> list[InlineKeyboardButton]:
    """Return buttons for the lists of which a county's book shows only the beginning."""
    county, view = book.one.county.id, book.one.view
    contacts, issues, practices = view.standing.counts.contacts, len(view.issues), book.all_practices
    lists = []
    if contacts > len(view.contacts):
        lists.append(_button(texts.all_contacts(contacts), ListContacts(county=county).pack()))
    if issues > MOST_ISSUES:
        lists.append(_button(texts.all_issues(issues), ListIssues(county=county).pack()))
    if practices > len(book.practices):
        lists.append(_button(texts.all_practices(practices), ListPractices(county=county).pack()))
    return lists


def practices_keyboard(found: PracticeList) -> InlineKeyboardMarkup | None:
    """Return the buttons that turn the pages of practices."""
    county = found.county.id if found.county else 0
    turned = [ListPractices(county=county, page=found.page + step).pack() for step in (-1, 1)]
    return _rows(_turning(found.page, found.left, *turned))


def contacts_keyboard(page: ContactPage) -> InlineKeyboardMarkup | None:
    """Return a button for each contact of a page, and those that turn it."""
    opening = [
        _button(texts.contact_label(c.number), OpenRecord(draft=c.draft_id).pack()) for c in page.contacts
    ]
    turned = [ListContacts(county=page.county.id, page=page.page + step).pack() for step in (-1, 1)]
    back = _button(page.county.name, OpenCounty(county=page.county.id).pack())
    return _rows([*opening, *_turning(page.page, page.left, *turned), back], 4)


def counties_of_practices(counties: Sequence[County]) -> InlineKeyboardMarkup | None:
    """Return a button for each county whose practices may be meant."""
    return _rows([_button(county_place(c), ListPractices(county=c.id).pack()) for c in counties], 1)


def _turning(page: int, left: int, before: str, after: str) -> list[InlineKeyboardButton]:
    back = [_button(texts.BEFORE, before)] if page else []
    return [*back, _button(texts.NEXT, after)] if left else back


def counties_keyboard(counties: Sequence[County]) -> InlineKeyboardMarkup | None:
    """Return a button for each county that may be meant."""
    return _rows([_button(county_place(c), OpenCounty(county=c.id).pack()) for c in counties], 1)


def _rows(buttons: list[InlineKeyboardButton], width: int = IN_A_ROW) -> InlineKeyboardMarkup | None:
    rows = _in_rows(buttons, width)
    return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None


def _in_rows(buttons: list[InlineKeyboardButton], width: int) -> list[list[InlineKeyboardButton]]:
    return [buttons[first : first + width] for first in range(0, len(buttons), width)]


def _button(label: str, data: str) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=label, callback_data=data)
