"""Records that are looked up, as messages."""

from handlers.overview.actions import SomeCounties
from handlers.overview.texts import which_county
from handlers.records import keyboards, texts
from handlers.records.actions import ContactPage, CountyBook, Opened, PracticeList
from handlers.records.corrections import Proposal
from handlers.screen import Screen


def record_screen(opened: Opened) -> Screen:
    """Return the screen of one record."""
    return Screen(texts.record(opened), keyboards.record_keyboard(opened))


def proposal_screen(proposal: Proposal) -> Screen:
    """Return the screen of what a correction would change."""
    return Screen(texts.proposal(proposal), keyboards.proposal_keyboard(proposal))


def practices_screen(found: PracticeList | SomeCounties) -> Screen:
    """Return the screen of a page of practices, or the choice among several counties."""
    if isinstance(found, SomeCounties):
        return Screen(which_county(found), keyboards.counties_of_practices(found.counties))
    return Screen(texts.practice_list(found), keyboards.practices_keyboard(found))


def contacts_screen(page: ContactPage) -> Screen:
    """Return the screen of a page of a county's contacts."""
    return Screen(texts.contact_list(page), keyboards.contacts_keyboard(page))


def county_screen(found: CountyBook | SomeCounties) -> Screen:
    """Return the screen of one county's records, or the choice among several."""
    if isinstance(found, CountyBook):
        return Screen(texts.county_book(found), keyboards.county_keyboard(found))
    if not found.word:
        words = texts.WHICH_COUNTY if found.counties else texts.NO_COUNTY
        return Screen(words, keyboards.counties_keyboard(found.counties))
    return Screen(which_county(found), keyboards.counties_keyboard(found.counties))
