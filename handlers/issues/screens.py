"""Issues as messages."""

from handlers.issues import keyboards, texts
from handlers.issues.actions import IssueCard, IssuePage
from handlers.overview.actions import SomeCounties
from handlers.overview.texts import which_county
from handlers.screen import Screen


def issue_screen(card: IssueCard) -> Screen:
    """Return the screen of one issue."""
    return Screen(texts.issue_card(card), keyboards.issue_keyboard(card))


def list_screen(found: IssuePage | SomeCounties) -> Screen:
    """Return the screen of a page, or the choice among several counties."""
    if isinstance(found, SomeCounties):
        return Screen(which_county(found), keyboards.counties_keyboard(found.counties))
    return Screen(texts.issue_list(found), keyboards.page_keyboard(found))
