"""What a message takes back or mends of something entered before: the values it tells, new ones and old."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from understanding.clauses import Clause
from understanding.facts import Facts
from understanding.fragments import FragmentReader
from understanding.lexicon import Lexicon
from understanding.numbers import Numerals
from understanding.values import Value

NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Told:
    """One value of a contact's field; `number` is that of a record.

    old: it is the one taken back. points: it only says which contact is meant.
    """

    field: str
    value: Any
    old: bool = False
    points: bool = False


@dataclass(frozen=True, slots=True)
class Amends:
    """The values that a correction tells, in order. `takes_back`: the record is to go.

    of_issue: an issue is meant by its number, no record. of_part: no whole record of one's own is to go, but
    a picture, say, or one problem, or what somebody else logged.
    """

    told: tuple[Told, ...]
    takes_back: bool
    of_issue: bool = False
    of_part: bool = False


class AmendReader:
    """Reads messages that are corrections already."""

    def __init__(self, lexicon: Lexicon, fragments: FragmentReader) -> None:
        self.fragments = fragments
        self.points = lexicon.pattern("amend_points")
        self.takes_back = lexicon.pattern("amend_takes_back")
        self.part = lexicon.pattern("amend_of_part")
        self.number = lexicon.pattern("amend_number")
        self.record = lexicon.pattern("amend_record")
        self.issue = lexicon.pattern("names_issue")
        self.numerals = Numerals(lexicon)

    def read(self, facts: Facts) -> Amends:
        """Return what a correction tells."""
        records = self.records(facts.text)
        told = [Told(NUMBER, record.value, points=True) for record in records]
        told += (told for clause in facts.clauses for told in self.clause(facts, clause, records))
        marks = (self.takes_back, self.issue, self.part)
        return Amends(tuple(dict.fromkeys(told)), *(mark.search(facts.text) is not None for mark in marks))

    def clause(self, facts: Facts, clause: Clause, records: Sequence[Value]) -> list[Told]:
        """Return what a clause tells of fields; the numbers of `records` are none."""
        finds = list(self.fragments.finder.find(facts, clause.start, clause.end))
        if not any(find.field == "participants" for find in finds):
            finds += self.numbers(facts, clause)
        finds += self.fragments.who(facts, finds, clause.start, clause.end)
        sure = (find for find in finds if find.value is not None and not _within(find, records))
        return [self.told(facts.text, find, clause) for find in sorted(sure, key=lambda find: find.start)]

    def told(self, text: str, find: Value, clause: Clause) -> Told:
        """Return a value with its part in the correction."""
        old = self.fragments.is_old(text, find, clause.start, clause.end)
        points = find.field in ("day", "county") and self.points.match(text, find.end, clause.end) is not None
        return Told(find.field, find.value, old, points and not old)

    def records(self, text: str) -> list[Value]:
        """Return the numbers of records that a text names."""
        return [
            Value(NUMBER, self.numerals.read(match["n"] or match["of"]), *match.span())
            for match in self.record.finditer(text)
        ]

    def numbers(self, facts: Facts, clause: Clause) -> list[Value]:
        """Return the bare numbers of a clause about a head-count."""
        return [
            Value("participants", int(match["n"]), *match.span("n"))
            for match in self.number.finditer(facts.masked, clause.start, clause.end)
        ]


def _within(find: Value, others: Sequence[Value]) -> bool:
    return any(other.start <= find.start < other.end for other in others)
