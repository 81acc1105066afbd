"""Buttons of a draft, as rows of (label, data), since the outbox carries them too."""

from aiogram.filters.callback_data import CallbackData

from campaign.review import ReviewStep
from campaign.vocabulary import ReviewState
from digests.edits import ADDED
from digests.messages import Button
from handlers.review import texts
from handlers.review.actions import Part, ReviewCard, SectionShown
from handlers.review_callbacks import (
    ReviewDo,
    ReviewGroups,
    ReviewSection,
    ReviewWhole,
    ShowReview,
    TakeReviewWords,
)

Rows = tuple[tuple[Button, ...], ...]
IN_A_ROW = 4


def keyed(section: str) -> str:
    """Return a section's key as a button carries it."""
    return section.replace(":", ".")


def key_of(section: str) -> str:
    """Return a section's key from a button."""
    return section.replace(".", ":")


def card_rows(card: ReviewCard) -> Rows:
    """Return what can be done to a draft as it stands."""
    if card.ended:
        return _whole(card)
    if card.draft.state is ReviewState.APPROVED:
        return (*_whole(card), (_step(card, texts.TAKE_BACK, ReviewStep.TAKE_BACK),))
    draft = card.draft.id
    more = _button(texts.ADD, ReviewSection(draft=draft, section=keyed(ADDED)))
    groups = _button(texts.groups_button(card), ReviewGroups(draft=draft))
    return (*_whole(card), *_sections(card), (more, groups), _decisions(card))


def section_rows(shown: SectionShown) -> Rows:
    """Return what can be done to a section besides typing its words."""
    card, part = shown.card, shown.part
    drop = (texts.OMIT, ReviewStep.OMIT) if part.heading else (texts.DELETE, ReviewStep.ORIGINAL)
    rows: list[tuple[Button, ...]] = []
    if part.key != ADDED:
        rows.append((_step(card, *drop, part.key),))
    if part.edited:
        rows.append((_step(card, texts.ORIGINAL, ReviewStep.ORIGINAL, part.key),))
    return (*rows, (_button(texts.BACK, ShowReview(draft=card.draft.id)),))


def group_rows(card: ReviewCard) -> Rows:
    """Return a switch for each group."""
    rows = []
    for group in card.groups:
        withheld = group.chat_id in card.draft.withheld
        step = ReviewStep.GRANT if withheld else ReviewStep.WITHHOLD
        label = texts.group_button(group.title, withheld=withheld)
        rows.append((_step(card, label, step, str(group.chat_id)),))
    return (*rows, (_button(texts.BACK, ShowReview(draft=card.draft.id)),))


def offer_rows(shown: SectionShown) -> Rows:
    """Return both ways out when somebody else changed the same section."""
    data = TakeReviewWords(draft=shown.card.draft.id, section=keyed(shown.part.key), mark=shown.mark)
    return (
        (_button(texts.USE_MINE, data), _button(texts.USE_THEIRS, ShowReview(draft=shown.card.draft.id))),
    )


def _whole(card: ReviewCard) -> Rows:
    if len(card.texts) < 2:
        return ()
    return ((_button(texts.WHOLE, ReviewWhole(draft=card.draft.id)),),)


def _sections(card: ReviewCard) -> Rows:
    """Return a button for each section and paragraph; those left out come back by one press."""
    standing = [part for part in card.parts if not part.omitted]
    edits = [
        _button(texts.edit_button(place, part.heading), _opened(card, part))
        for place, part in enumerate(standing, start=1)
    ]
    rows = (tuple(edits[first : first + IN_A_ROW]) for first in range(0, len(edits), IN_A_ROW))
    back = (
        (_step(card, texts.restore_button(part.heading), ReviewStep.RESTORE, part.key),)
        for part in card.parts
        if part.omitted
    )
    return (*rows, *back)


def _decisions(card: ReviewCard) -> tuple[Button, ...]:
    if card.draft.state is ReviewState.HELD:
        send = _step(card, texts.APPROVE_NOW, ReviewStep.APPROVE)
        return (send, _step(card, texts.DROP, ReviewStep.DROP))
    approve = _step(card, texts.APPROVE, ReviewStep.APPROVE)
    if card.required or card.draft.state is ReviewState.TAKEN_BACK:
        return (approve,)
    return (approve, _step(card, texts.WAIT, ReviewStep.TAKE_BACK))


def _opened(card: ReviewCard, part: Part) -> ReviewSection:
    return ReviewSection(draft=card.draft.id, section=keyed(part.key))


def _step(card: ReviewCard, label: str, step: ReviewStep, about: str = "") -> Button:
    data = ReviewDo(draft=card.draft.id, version=card.draft.version, step=step, about=keyed(about))
    return _button(label, data)


def _button(label: str, data: CallbackData) -> Button:
    return (label, data.pack())
