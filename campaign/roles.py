"""Roles that an admin gives: to whom, for which county, from which day to which."""

from dataclasses import dataclass
from datetime import date

from campaign.vocabulary import Role

BY_ROSTER = frozenset({Role.LEADER, Role.CONTACT_PERSON})
"""These come and go with the pairings."""
GIVEN = tuple(role for role in Role if role not in BY_ROSTER)


@dataclass(frozen=True, slots=True)
class Grant:
    """A role on the days from `first` to `last`, both included; None leaves that side open.

    `county_id`: the county that he speaks for, with Role.COUNTY.
    """

    role: Role
    county_id: int | None = None
    first: date | None = None
    last: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the person has the role on a day."""
        return (self.first is None or self.first <= day) and not self.over(day)

    def over(self, day: date) -> bool:
        """Whether it is past."""
        return self.last is not None and self.last < day

    def plain(self) -> dict[str, object]:
        """Return it as the audit trail keeps it."""
        days = {"first": self.first, "last": self.last}
        kept = {name: day.isoformat() for name, day in days.items() if day}
        return {"role": self.role.value, **({"county": self.county_id} if self.county_id else {}), **kept}
