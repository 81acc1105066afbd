"""What a message takes back or mends of something entered before: the values it tells, new ones and old."""

from dataclasses import dataclass
from typing import Any

from understanding.clauses import Clause
from understanding.facts import Facts
from understanding.fragments import FragmentReader
from understanding.lexicon import Lexicon
from understanding.values import Value


@dataclass(frozen=True, slots=True)
class Told:
    """One value of a contact's field.

    old: it is the one taken back. points: it only says which contact is meant.
    """

    field: str
    value: Any
    old: bool = False
    points: bool = False


@dataclass(frozen=True, slots=True)
class Amends:
    """The values that a correction tells, in order. `takes_back`: the record is to go."""

    told: tuple[Told, ...]
    takes_back: bool


class AmendReader:
    """Reads messages that are corrections already."""

    def __init__(self, lexicon: Lexicon, fragments: FragmentReader) -> None:
        self.fragments = fragments
        self.points = lexicon.pattern("amend_points")
        self.takes_back = lexicon.pattern("amend_takes_back")
        self.number = lexicon.pattern("amend_number")

    def read(self, facts: Facts) -> Amends:
        """Return what a correction tells."""
        told = [told for clause in facts.clauses for told in self.clause(facts, clause)]
        return Amends(tuple(dict.fromkeys(told)), self.takes_back.search(facts.text) is not None)

    def clause(self, facts: Facts, clause: Clause) -> list[Told]:
        """Return what a clause tells."""
        finds = list(self.fragments.finder.find(facts, clause.start, clause.end))
        if not any(find.field == "participants" for find in finds):
            finds += self.numbers(facts, clause)
        sure = (find for find in finds if find.value is not None)
        return [self.told(facts.text, find, clause) for find in sorted(sure, key=lambda find: find.start)]

    def told(self, text: str, find: Value, clause: Clause) -> Told:
        """Return a value with its part in the correction."""
        old = self.fragments.is_old(text, find, clause.start, clause.end)
        points = find.field in ("day", "county") and self.points.match(text, find.end, clause.end) is not None
        return Told(find.field, find.value, old, points and not old)

    def numbers(self, facts: Facts, clause: Clause) -> list[Value]:
        """Return the bare numbers of a clause about a head-count."""
        return [
            Value("participants", int(match["n"]), *match.span("n"))
            for match in self.number.finditer(facts.masked, clause.start, clause.end)
        ]
