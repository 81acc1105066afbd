"""Every button's data, declared once. Prefixes are short: Telegram takes 64 bytes in all."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from digests.outgoing import OFFER_PREFIX


class Asked(StrEnum):
    """A field that a card asks for."""

    COUNTY = "c"
    DAY = "d"
    CHANNEL = "h"
    ITEM_COUNTY = "i"


class SaveDraft(CallbackData, prefix="sv"):
    """Save a card."""

    draft: str


class EditDraft(CallbackData, prefix="ed"):
    """Open the form on a card, at one of its fields if given."""

    draft: str
    asked: Asked | None = None


class DropDraft(CallbackData, prefix="dr"):
    """Give up a card."""

    draft: str


class PickAnswer(CallbackData, prefix="pk"):
    """Answer what a card asks.

    `place` counts its contacts, or its items; `value` is a county's id, a day (20230220) or a channel.
    """

    draft: str
    asked: Asked
    place: int
    value: str


class UndoRecord(CallbackData, prefix="un"):
    """Undo what a card saved."""

    draft: str


class ShowCounty(CallbackData, prefix="ct"):
    """Show one county's state."""

    county: int


class DecideGroup(CallbackData, prefix="gr"):
    """Approve or refuse a group."""

    chat: int
    approve: bool


class DecideOffer(CallbackData, prefix=OFFER_PREFIX):
    """Post a digest that is too late to go out unasked, or leave it."""

    digest: int
    post: bool


CALLBACKS = (
    SaveDraft,
    EditDraft,
    DropDraft,
    PickAnswer,
    UndoRecord,
    ShowCounty,
    DecideGroup,
    DecideOffer,
)
