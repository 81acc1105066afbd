"""The languages to choose from."""

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from campaign.languages import Language
from handlers.callbacks import ChooseLanguage
from handlers.language.texts import NAMES


def languages_keyboard() -> InlineKeyboardMarkup:
    """Return a button for each language, named in itself."""
    row = [
        InlineKeyboardButton(text=NAMES[language], callback_data=ChooseLanguage(language=language).pack())
        for language in Language
    ]
    return InlineKeyboardMarkup(inline_keyboard=[row])
