"""Buttons of records that are looked up."""

from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from campaign.people import County
from campaign.records import Practice
from handlers.callbacks import (
    CountyFiles,
    LeaveCorrection,
    ListContacts,
    ListIssues,
    OpenCounty,
    OpenRecord,
    RecordFiles,
    ShowIssue,
    TakeCorrection,
    WithdrawRecord,
)
from handlers.media.texts import counts
from handlers.paging import IN_A_ROW, button, in_rows, keyboard, turning
from handlers.pauses.keyboards import pause_button
from handlers.practice_callbacks import ChoosePractice, ListPractices
from handlers.records import texts
from handlers.records.actions import MOST_ISSUES, ContactPage, CountyBook, Opened, OwnRecords, PracticeList
from handlers.records.corrections import Proposal
from handlers.report.keyboards import changing
from handlers.texts import county_place

CHOICES_IN_A_ROW = 4


def own_keyboard(own: OwnRecords) -> InlineKeyboardMarkup | None:
    """Return a button for each record, by its place in the list."""
    records = enumerate(own.records, start=1)
    return _rows([button(str(place), OpenRecord(draft=record.draft_id)) for place, record in records])


def record_keyboard(opened: Opened) -> InlineKeyboardMarkup | None:
    """Return what can be done with a record; its author undoes it in the first minutes without a reason."""
    draft, buttons = opened.kept.record.draft_id, []
    if opened.kept.files:
        buttons.append(button(counts(opened.kept.files), RecordFiles(draft=draft)))
    buttons += changing(opened.kept)
    if opened.kept.correctable and not opened.kept.undoable:
        buttons.append(button(texts.WITHDRAW, WithdrawRecord(draft=draft)))
    return _rows(buttons)


def proposal_keyboard(proposal: Proposal) -> InlineKeyboardMarkup:
    """Return what can be said to a proposed form."""
    draft = proposal.draft.id
    yes = texts.ADD if proposal.adds else texts.TAKE
    take = button(
        texts.MISTYPED if proposal.wants_reason else yes,
        TakeCorrection(draft=draft, mistyped=proposal.wants_reason),
    )
    leave = button(texts.LEAVE_OUT if proposal.adds else texts.LEAVE, LeaveCorrection(draft=draft))
    return InlineKeyboardMarkup(inline_keyboard=[[take, leave]])


def county_keyboard(book: CountyBook) -> InlineKeyboardMarkup | None:
    """Return a button for each contact and issue of a county, and for its files."""
    contacts, issues = book.one.view.contacts, book.one.view.issues[:MOST_ISSUES]
    opening = [button(texts.contact_label(c.number), OpenRecord(draft=c.draft_id)) for c in contacts]
    opening += [button(texts.issue_label(i.number), ShowIssue(number=i.number)) for i in issues]
    if book.files:
        opening.append(button(counts(book.files), CountyFiles(county=book.one.county.id)))
    pausing = [pause_button(book.one.county.id, paused=book.paused)] if book.admin else []
    return keyboard(*in_rows(opening, 3), _all_of(book), pausing)


def _all_of(book: CountyBook) -> list[InlineKeyboardButton]:
    """Return buttons for the lists of which a county's book shows only the beginning."""
    county, view = book.one.county.id, book.one.view
    contacts, issues, practices = view.standing.counts.contacts, len(view.issues), book.all_practices
    lists = []
    if contacts > len(view.contacts):
        lists.append(button(texts.all_contacts(contacts), ListContacts(county=county)))
    if issues > MOST_ISSUES:
        lists.append(button(texts.all_issues(issues), ListIssues(county=county)))
    if practices > len(book.practices):
        lists.append(button(texts.all_practices(practices), ListPractices(county=county)))
    return lists


def practices_keyboard(found: PracticeList) -> InlineKeyboardMarkup | None:
    """Return what chooses practices, for whom that is, and the buttons that turn the pages."""
    county = found.county.id if found.county else 0
    choosing = [_choice(one, county, found.page) for one in found.practices] if found.choosing else []
    turned = turning(found, lambda number: ListPractices(county=county, page=number))
    return keyboard(*in_rows(choosing, CHOICES_IN_A_ROW), turned)


def _choice(practice: Practice, county: int, page: int) -> InlineKeyboardButton:
    chosen = practice.chosen_at is not None
    words = (texts.release if chosen else texts.choose)(practice.number)
    data = ChoosePractice(number=practice.number, chosen=not chosen, county=county, page=page)
    return button(words, data)


def contacts_keyboard(page: ContactPage) -> InlineKeyboardMarkup | None:
    """Return a button for each contact of a page, and those that turn it."""
    opening = [button(texts.contact_label(c.number), OpenRecord(draft=c.draft_id)) for c in page.contacts]
    turned = turning(page, lambda number: ListContacts(county=page.county.id, page=number))
    back = button(page.county.name, OpenCounty(county=page.county.id))
    return _rows([*opening, *turned, back], 4)


def counties_of_practices(counties: Sequence[County]) -> InlineKeyboardMarkup | None:
    """Return a button for each county whose practices may be meant."""
    return _rows([button(county_place(c), ListPractices(county=c.id)) for c in counties], 1)


def counties_keyboard(counties: Sequence[County]) -> InlineKeyboardMarkup | None:
    """Return a button for each county that may be meant."""
    return _rows([button(county_place(c), OpenCounty(county=c.id)) for c in counties], 1)


def _rows(buttons: Sequence[InlineKeyboardButton], width: int = IN_A_ROW) -> InlineKeyboardMarkup | None:
    return keyboard(*in_rows(buttons, width))
