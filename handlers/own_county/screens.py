"""What a county sees, as messages."""

from campaign.drafts import Draft
from handlers.own_county import keyboards, texts
from handlers.own_county.actions import Home, OwnIssuesShown, Recorded
from handlers.screen import Screen


def home_screen(shown: Home, words: str = "") -> Screen:
    """Return the three things, below some words if there are any."""
    return Screen(
        f"{words}\n\n{texts.home(shown)}" if words else texts.home(shown), keyboards.home_keyboard()
    )


def recorded_screen(page: Recorded) -> Screen:
    """Return what is logged of the county."""
    return Screen(texts.recorded(page), keyboards.records_keyboard(page))


def issues_screen(shown: OwnIssuesShown) -> Screen:
    """Return the open issues."""
    return Screen(texts.issues(shown), keyboards.home_keyboard())


def submit_screen(draft: Draft) -> Screen:
    """Return an issue before it is raised."""
    return Screen(texts.asking_submit(draft.issues[0].text), keyboards.submit_keyboard(draft))
