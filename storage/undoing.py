"""How records read before what was changed later, from the audit trail."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from campaign.corrections import What
from campaign.listing import Later
from campaign.vocabulary import Channel, Resolver
from storage.listing_queries import REFILED, REOPENED
from storage.statements import Row

COUNTING = frozenset({"county_id", "day", "channel", "leader_present"})
"""The fields of a contact on which figures depend."""
_READ = {"day": date.fromisoformat, "due": date.fromisoformat, "channel": Channel, "resolver": Resolver}
Changed = Mapping[str, tuple[Any, Any]]


def changed(facts: Mapping[str, Any], what: What, number: int) -> Changed:
    """Return the fields that a correction changed of one item, each before and after, as plain data."""
    return {
        change["field"]: (change["before"], change["after"])
        for change in facts["changes"]
        if change["what"] == what and change["number"] == number and change["field"]
    }


def amends(found: Changed, day: date, first: date) -> bool:
    """Tell whether a correction changed what was counted of a contact that was of a day before `first`.

    `day`: its present one.
    """
    was = date.fromisoformat(found["day"][0]) if "day" in found else day
    return bool(found.keys() & COUNTING) and was < first


class Before:
    """How records read before changes.

    `changes`: rows (action, subject, facts) of the audit trail, earliest first; of several changes the first
    tells. `reopened`: the numbers of issues that were opened again. `filed`: the name of the category that
    an issue had, by its number.
    """

    def __init__(self, changes: Iterable[Row]) -> None:
        self.reopened: set[int] = set()
        self._fields: dict[tuple[str, int], dict[str, Any]] = {}
        self.filed: dict[int, str] = {}
        for action, subject, facts in changes:
            if action == REOPENED:
                self.reopened.add(int(subject))
            elif action == REFILED:
                self.filed.setdefault(int(subject), facts["before"])
            for change in facts.get("changes", ()):
                if change["field"]:
                    known = self._fields.setdefault((change["what"], change["number"]), {})
                    known.setdefault(change["field"], change["before"])

    def __bool__(self) -> bool:
        """Tell whether anything was changed."""
        return bool(self._fields or self.reopened or self.filed)

    def later(self, what: What, number: int) -> Later | None:
        """Return what became of an item itself; None of one that stands on a record that was corrected."""
        if what is What.ISSUE and number in self.reopened:
            return Later.REOPENED
        refiled = what is What.ISSUE and number in self.filed
        return Later.CORRECTED if refiled or (what.value, number) in self._fields else None

    def contact(self, row: Row) -> Row:
        """Return a row of storage.listing_queries.MENDED as it was."""
        number, county, day, channel, *rest = row
        was = self._of(What.CONTACT, number)
        known = (was.get("county_id", county), was.get("day", day), was.get("channel", channel))
        return (number, *known, *rest)

    def day(self, number: int, day: date) -> date:
        """Return the day that a contact had, whose present one is given."""
        was: date = self._of(What.CONTACT, number).get("day", day)
        return was

    def issue(self, row: Row) -> Row:
        """Return a row of storage.listing_queries.TURNED as it was."""
        number, county, text, resolver, due, *rest = row
        was = self._of(What.ISSUE, number)
        told = (was.get("county_id", county), was.get("text", text))
        return (number, *told, was.get("resolver", resolver), was.get("due", due), *rest)

    def _of(self, what: What, number: int) -> Mapping[str, Any]:
        fields = self._fields.get((what.value, number), {})
        return {
            name: _READ[name](value) if value is not None and name in _READ else value
            for name, value in fields.items()
        }
