"""Buttons of cards and records."""

from datetime import date

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from campaign.days import DAY
from campaign.vocabulary import Channel, DraftState
from digests.beside.texts import SOLVERS
from handlers.callbacks import (
    Asked,
    CorrectRecord,
    DropDraft,
    EditDraft,
    PickAnswer,
    SameContact,
    SameIssue,
    SaveAnyway,
    SaveDraft,
    UndoRecord,
)
from handlers.duties.keyboards import also_row
from handlers.report import texts
from handlers.report.actions import Card, Kept
from handlers.report.alike import MOST_OTHERS
from handlers.report.questions import UNDECIDED
from handlers.texts import channel_words, near_day

LIKELY_CHANNELS = (Channel.ONSITE, Channel.PHONE, Channel.VIDEO)
IN_A_ROW = 4
UNDECIDED_BUTTON = (texts.LATER, UNDECIDED)


def card_keyboard(card: Card) -> InlineKeyboardMarkup | None:
    """Return the answers to what a card asks, and what can be done with it; nothing when it is closed."""
    if card.draft.state is not DraftState.OPEN:
        return None
    draft = card.draft.id
    save = _button(texts.SAVE, SaveDraft(draft=draft).pack())
    if card.others:
        save = _button(texts.SAVE_ANYWAY, SaveAnyway(draft=draft).pack())
    saving = [save] if card.question is None else []
    rest = [
        _button(texts.EDIT, EditDraft(draft=draft).pack()),
        _button(texts.DROP, DropDraft(draft=draft).pack()),
    ]
    same = [
        [_button(texts.same_contact(c), SameContact(draft=draft, number=c.number).pack())]
        for c in card.others[:MOST_OTHERS]
    ]
    rows = [row for row in (_answers(card), _same(card), *same, also_row(card.also), [*saving, *rest]) if row]
    return InlineKeyboardMarkup(inline_keyboard=rows)


def record_keyboard(kept: Kept) -> InlineKeyboardMarkup | None:
    """Return what may be done with a record: correct it, and undo it while that is of use."""
    also = also_row(kept.also) if kept.own and not kept.record.withdrawn else []
    rows = [row for row in (also, changing(kept)) if row]
    return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None


def changing(kept: Kept) -> list[InlineKeyboardButton]:
    """Return the buttons that correct and undo a record, if they are of use."""
    draft = kept.record.draft_id
    correct = [_button(texts.CORRECT, CorrectRecord(draft=draft).pack())] if kept.correctable else []
    undo = [_button(texts.UNDO, UndoRecord(draft=draft).pack())] if kept.undoable else []
    return [*correct, *undo]


def _same(card: Card) -> list[InlineKeyboardButton]:
    if card.alike is None:
        return []
    which = {"draft": card.draft.id, "place": card.alike.place, "number": card.alike.issue.number}
    return [
        _button(label, SameIssue(**which, same=same).pack())
        for label, same in ((texts.SAME, True), (texts.DISTINCT, False))
    ]


def _answers(card: Card) -> list[InlineKeyboardButton]:
    question = card.question
    if question is None:
        return []
    draft, asked, place = card.draft.id, question.asked, question.place
    likely = [
        _button(label, PickAnswer(draft=draft, asked=asked, place=place, value=value).pack())
        for label, value in _likely(card, asked)
    ]
    if asked is Asked.RESOLVER:
        return likely
    other = _button(texts.OTHER[asked], EditDraft(draft=draft, asked=asked).pack())
    return [*likely[: IN_A_ROW - 1], other]


def _likely(card: Card, asked: Asked) -> list[tuple[str, str]]:
    match asked:
        case Asked.DAY:
            return [(near_day(day, card.today), f"{day:%Y%m%d}") for day in _near_days(card)]
        case Asked.RESOLVER:
            return [*((words, resolver.value) for resolver, words in SOLVERS.items()), UNDECIDED_BUTTON]
        case Asked.CHANNEL:
            return [(channel_words(channel), channel.value) for channel in LIKELY_CHANNELS]
        case _:
            return [(card.names[county], str(county)) for county in card.choices]


def _near_days(card: Card) -> list[date]:
    days = (card.today - DAY * back for back in range(2))
    return [day for day in days if day in card.span]


def _button(label: str, data: str) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=label, callback_data=data)
