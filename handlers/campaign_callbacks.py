"""The data of the buttons that choose a campaign; handlers/callbacks.py lists them, too."""

from aiogram.filters.callback_data import CallbackData


class ChooseCampaign(CallbackData, prefix="zc"):
    """Do what comes next in a campaign."""

    campaign: str


CAMPAIGN_CALLBACKS = (ChooseCampaign,)
