"""Which of a person's contacts a correction means, and what it would change. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from campaign.drafts import DraftContact

T = TypeVar("T")
WEIGHTS = {
    "number": 8,
    "county_id": 4,
    "day": 3,
    "participants": 2,
    "channel": 1,
    "leader_present": 1,
    "attendees": 1,
}


@dataclass(frozen=True, slots=True)
class ToldValue:
    """One value of a correction. `old`: it is taken back. `points`: it only says which contact is meant."""

    field: str
    value: Any
    old: bool = False
    points: bool = False


@dataclass(frozen=True, slots=True)
class Candidate(Generic[T]):
    """One contact that may be meant: of what it is, its place there, how it stands, when it was entered."""

    home: T
    place: int
    contact: DraftContact
    entered: date


@dataclass(frozen=True, slots=True)
class Meant(Generic[T]):
    """The contact that is meant, and its new values by field."""

    candidate: Candidate[T]
    values: Mapping[str, Any]


def meant(told: Sequence[ToldValue], candidates: Iterable[Candidate[T]]) -> Meant[T] | None:
    """Return the contact that fits best, of several the first; None when none fits what is told."""
    every = list(candidates)
    counties = {one.contact.county_id for one in every}
    fits = [(fit, one) for one in every if (fit := _fit(told, one, counties)) is not None]
    if not fits:
        return None
    (_, values), best = max(fits, key=lambda found: found[0][0])
    return Meant(best, values)


def _fit(
    told: Sequence[ToldValue], one: Candidate[Any], counties: set[int | None]
) -> tuple[int, Mapping[str, Any]] | None:
    """Return how well a contact fits and what it would become; None when it cannot be the one."""
    score, new = 0, dict[str, Any]()
    taken_back = any(t.field == "county_id" and t.old and t.value == one.contact.county_id for t in told)
    for value in told:
        if _is_there(value, one):
            # The day on which it was entered only counts where none happened on that day.
            score += WEIGHTS[value.field] - (getattr(one.contact, value.field) != value.value)
        elif value.old:
            score -= 1
        elif value.points or _is_another(value, new) or (_names_one(value, counties) and not taken_back):
            return None
        else:
            new[value.field] = value.value
    return score, new


def _is_another(value: ToldValue, new: Mapping[str, Any]) -> bool:
    """Tell whether a value contradicts a new one."""
    return value.field in new and bool(new[value.field] != value.value)


def _names_one(value: ToldValue, counties: set[int | None]) -> bool:
    """Tell whether a value names the county of one of the contacts."""
    return value.field == "county_id" and value.value in counties


def _is_there(value: ToldValue, one: Candidate[Any]) -> bool:
    same = getattr(one.contact, value.field) == value.value
    return same or (value.field == "day" and value.points and value.value == one.entered)
