"""To whom a contact is credited: the pairing that held on its day, of whoever typed it."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple


class Held(NamedTuple):
    """A pairing that held on a contact's day, from `first_day` on."""

    id: int
    liaison_id: int
    contact_person_id: int | None
    first_day: date


def credited(
    held: Sequence[Held], author_id: int, *, admin: bool, stands_for: Collection[int] = ()
) -> Held | None:
    """Return the pairing that a contact of `author_id` is credited to, None when it is nobody's.

    `held`: the pairings of its county on its day. Of several of the author's own the latest one, on one
    day the first of the roster; without any of his own, those of whom he stands in for on that day. What an
    admin typed is the only pairing's, if there is only one.
    """
    sides = [(pairing, {pairing.liaison_id, pairing.contact_person_id}) for pairing in held]
    own = [pairing for pairing, people in sides if author_id in people]
    own = own or [pairing for pairing, people in sides if not people.isdisjoint(stands_for)]
    if own:
        return min(own, key=lambda pairing: (-pairing.first_day.toordinal(), pairing.id))
    return held[0] if admin and len(held) == 1 else None
