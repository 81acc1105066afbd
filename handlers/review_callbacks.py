"""The data of the buttons below a digest's draft; handlers/callbacks.py lists them, too.

`section` is a section's key with dots for colons, which separate the parts of a button's data.
"""

from aiogram.filters.callback_data import CallbackData

from campaign.review import ReviewStep


class ShowReview(CallbackData, prefix="ve"):
    """Show a draft as it reads now."""

    draft: int


class ReviewSection(CallbackData, prefix="vs"):
    """Show one section, or ask for a paragraph; the next message is taken for its words."""

    draft: int
    section: str


class ReviewDo(CallbackData, prefix="vd"):
    """Do something to the draft of a version; `about`: a section, or a group's chat id."""

    draft: int
    version: int
    step: ReviewStep
    about: str = ""


class ReviewGroups(CallbackData, prefix="vg"):
    """Choose the groups that get it."""

    draft: int


class ReviewWhole(CallbackData, prefix="vw"):
    """Send the whole text below."""

    draft: int


class TakeReviewWords(CallbackData, prefix="vk"):
    """Take the words to which the offer replies, in place of those that are marked."""

    draft: int
    section: str
    mark: str


REVIEW_CALLBACKS = (ShowReview, ReviewSection, ReviewDo, ReviewGroups, ReviewWhole, TakeReviewWords)
