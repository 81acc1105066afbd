"""What a digest counts, condition by condition: the same for a figure and for the list behind it.

Parameters: AS_OF; of each section, by its place, `since_N` and the days `section_N`; `today`.
"""

from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, or_

from storage.columns import Day, UTCDateTime
from storage.sides import AS_OF, days_between
from storage.tables import contact, experience, issue


def since(place: int) -> ColumnElement[Any]:
    """Return the parameter that says since when a section counts what has no day."""
    return bindparam(f"since_{place}", type_=UTCDateTime())


def in_campaign() -> ColumnElement[bool]:
    """Return whether a contact's day lies in the campaign."""
    return days_between(contact.c.day, "campaign")


def within(place: int) -> ColumnElement[bool]:
    """Return whether a contact's day lies in a section."""
    return days_between(contact.c.day, f"section_{place}")


def typed_late(place: int) -> ColumnElement[bool]:
    """Return whether a contact of an earlier day was typed in a section."""
    before = contact.c.day < bindparam(f"section_{place}_first", type_=Day())
    return and_(before, contact.c.saved_at > since(place))


def withdrawn_since(place: int) -> ColumnElement[bool]:
    """Return whether a contact that was counted before a section's days was withdrawn in it."""
    return and_(
        contact.c.saved_at <= since(place),
        contact.c.withdrawn_at > since(place),
        contact.c.withdrawn_at <= AS_OF,
        contact.c.day < bindparam(f"section_{place}_first", type_=Day()),
    )


def is_open() -> ColumnElement[bool]:
    """Return whether an issue was open."""
    return or_(issue.c.closed_at.is_(None), issue.c.closed_at > AS_OF)


def overdue() -> ColumnElement[bool]:
    """Return whether an issue was open past its day."""
    return and_(is_open(), issue.c.due < bindparam("today", type_=Day()))


def raised(place: int) -> ColumnElement[bool]:
    """Return whether an issue was raised in a section."""
    return issue.c.saved_at > since(place)


def closed(place: int) -> ColumnElement[bool]:
    """Return whether an issue was closed in a section."""
    return and_(issue.c.closed_at > since(place), issue.c.closed_at <= AS_OF)


def found(place: int) -> ColumnElement[bool]:
    """Return whether a practice was found in a section."""
    return experience.c.saved_at > since(place)
