"""Buttons that choose a campaign."""

from collections.abc import Sequence

from aiogram.types import InlineKeyboardMarkup

from handlers.campaign_callbacks import ChooseCampaign
from handlers.campaigns import texts
from handlers.campaigns.actions import Choice
from handlers.paging import button, keyboard


def which_keyboard(choices: Sequence[Choice]) -> InlineKeyboardMarkup | None:
    """Return a button for each campaign that may be meant."""
    return keyboard(*([button(texts.label(c, current=True), ChooseCampaign(campaign=c.id))] for c in choices))


def others_keyboard(choices: Sequence[Choice], current: str) -> InlineKeyboardMarkup | None:
    """Return a button for each campaign but the present one."""
    rest = [choice for choice in choices if choice.id != current]
    return keyboard(*([button(texts.label(c), ChooseCampaign(campaign=c.id))] for c in rest))
