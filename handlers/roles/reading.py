"""What is typed about roles: days, and somebody who is to be taken up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from campaign.people import County
from campaign.roles import GIVEN, Grant
from campaign.vocabulary import Role
from handlers.overview.actions import matching
from handlers.people.edits import is_name
from handlers.roles import texts
from handlers.typed_days import Span, days_in


class Fault(StrEnum):
    """Why words take nobody up."""

    WORDS = "words"
    NAME = "name"
    ROLE = "role"
    DAYS = "days"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody to be taken up with a role; `county` is the name of the one he speaks for."""

    name: str
    grant: Grant
    county: str = ""


def newcomer_in(words: str, counties: Sequence[County], today: date) -> Newcomer | Fault:
    """Return who words take up: a name, a role or a county, and days if there are any."""
    name, word, *rest = [*words.split(), "", ""]
    span: Span | None = (today, None)
    if said := "".join(rest):
        span = days_in(said, today)
    role = next((role for role in GIVEN if word and word in texts.SPOKEN_ROLES[role]), None)
    found = matching(counties, word) if role is None else ()
    if fault := _fault(name, word, span, role is not None or len(found) == 1):
        return fault
    first, last = span or (today, None)
    if role:
        return Newcomer(name, Grant(role, None, first, last))
    return Newcomer(name, Grant(Role.COUNTY, found[0].id, first, last), found[0].name)


def _fault(name: str, word: str, span: Span | None, known: bool) -> Fault | None:
    if not word:
        return Fault.WORDS
    if not is_name(name):
        return Fault.NAME
    if not known:
        return Fault.ROLE
    return None if span else Fault.DAYS
