"""New values of a contact's fields in words that are no report: what a reply to a card or record corrects."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from campaign.vocabulary import Channel
from understanding.facts import DAY_BLOT, Facts
from understanding.lexicon import Lexicon
from understanding.people import PeopleFinder
from understanding.values import Value, ValueFinder

CLAUSE = re.compile(r"[^,.;!\u3002\n]+")
BLOT = "\ufffa"
MARKS = re.compile(rf"[\W_{BLOT}]+")


@dataclass(frozen=True, slots=True)
class Fragment:
    """The fields that a reply gives a new value, None where it says nothing; `county` is a county's key.

    `attendees` are in the words of the message. `rest`: what it goes on to say, in its own clauses.
    `points_back`: it says that what was told before is meant.
    """

    county: str | None = None
    day: date | None = None
    channel: Channel | None = None
    participants: int | None = None
    attendees: str | None = None
    leader_present: bool | None = None
    rest: str = ""
    points_back: bool = False


class FragmentReader:
    """Reads clauses that hold values and the words around them, and nothing else."""

    def __init__(self, lexicon: Lexicon, people: PeopleFinder) -> None:
        self.finder = ValueFinder(lexicon, people)
        around = sorted(lexicon.words["around"], key=len, reverse=True)
        self.around = re.compile("|".join(map(re.escape, around)))
        self.those_who_went = (lexicon.pattern("those_who_went"), lexicon.pattern("who_went"))
        self.no_names = lexicon.pattern("no_names")
        self.denied = (lexicon.pattern("value_denied"), lexicon.pattern("value_replaced"))
        self.back = lexicon.pattern("points_back")
        self.taken_back = lexicon.pattern("value_taken_back")

    def read(self, facts: Facts) -> Fragment | None:
        """Return the new values that a message begins with; None when there is none, or a doubt about one."""
        found: dict[str, Any] = {}
        rest: list[str] = []
        for clause in CLAUSE.finditer(facts.text):
            values = None if rest else self.values(facts, *clause.span())
            if values is None:
                rest.append(facts.plain.quote(*clause.span()))
            elif any(found.get(name, value) != value for name, value in values.items()):
                return None
            found |= values or {}
        back = self.back.search(facts.text) is not None
        return Fragment(**found, rest="\uff0c".join(rest), points_back=back) if found else None

    def values(self, facts: Facts, start: int, end: int) -> dict[str, Any] | None:
        """Return the values of a clause, none if it only denies some; None when it says anything else."""
        found = self.finder.find(facts, start, end)
        finds = [find for find in found if not self.around.fullmatch(facts.text, find.start, find.end)]
        finds += self.who(facts, finds, start, end)
        left = self.around.sub("", _without(facts.text, finds)[start:end])
        if MARKS.sub("", left) or any(find.value is None for find in finds):
            return None
        told: dict[str, Any] = {}
        for find in finds:
            old = self.is_old(facts.text, find, start, end)
            if not old and told.setdefault(find.field, find.value) != find.value:
                return None
        return told

    def who(self, facts: Facts, finds: Sequence[Value], start: int, end: int) -> list[Value]:
        """Return those who went, where a clause tells nothing else but perhaps other values."""
        bare = _without(facts.text, finds)[start:end]
        words = bare.strip(f" ,;.!\u3002{DAY_BLOT}{BLOT}")
        offset = start + bare.find(words)
        for pattern in self.those_who_went:
            match = pattern.fullmatch(words)
            if match and not self.no_names.search(match["who"]):
                low, high = (offset + place for place in match.span("who"))
                return [Value("attendees", facts.plain.quote(low, high), offset, offset + match.end())]
        return []

    def is_old(self, text: str, value: Value, start: int, end: int) -> bool:
        """Tell whether a value is the one that is taken back."""
        before = text[start : value.start]
        denied = any(pattern.search(before) for pattern in self.denied)
        return denied or bool(self.taken_back.match(text, value.end, end))


def _without(text: str, finds: Sequence[Value]) -> str:
    for find in finds:
        text = text[: find.start] + BLOT * (find.end - find.start) + text[find.end :]
    return text
