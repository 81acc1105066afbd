"""The data of the buttons that counties see; handlers/callbacks.py lists them, too."""

from aiogram.filters.callback_data import CallbackData


class OwnRecords(CallbackData, prefix="yr"):
    """Show a page, from 0, of what is logged of one's own county."""

    page: int = 0


class OwnAnswer(CallbackData, prefix="ya"):
    """Say whether the contact of a number was so; `page`: where it was shown."""

    number: int
    so: bool
    page: int = 0


class OwnObject(CallbackData, prefix="yo"):
    """Object to the contact of a number without a word on it."""

    number: int


class OwnQuestion(CallbackData, prefix="yq"):
    """Ask for the issue that a county raises."""


class OwnSubmit(CallbackData, prefix="ys"):
    """Raise the issue that was typed, or leave it."""

    draft: str
    submit: bool


class OwnIssues(CallbackData, prefix="yi"):
    """Show the open issues of one's own county, with the answers."""


OWN_COUNTY_CALLBACKS = (OwnRecords, OwnAnswer, OwnObject, OwnQuestion, OwnSubmit, OwnIssues)
