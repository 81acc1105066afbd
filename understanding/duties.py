"""Standing duties in a message: which of those that the rules name it says was done, by whom, and when."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from typing import NamedTuple

from understanding.facts import DAY_BLOT, Facts, blotted
from understanding.lexicon import Lexicon
from understanding.normalise import normalise
from understanding.numbers import Numerals
from understanding.reading import BAR

MOST_TIMES = 20
LEAST_SHARED = 4
"""Characters of a name in a row that name it too, unless they are a word that several duties share."""

MARKS = ",.;!\u3002\n"


@dataclass(frozen=True, slots=True)
class DutyReading:
    """What a message tells of one duty.

    counties: the keys of those it surely names. places: which of the other names given it holds. day: None
    when it names none that can be. times: how often on that day. alone: it tells of nothing else, and of
    nothing that would be a contact.
    """

    duty: str
    counties: tuple[str, ...]
    places: tuple[str, ...]
    day: date | None
    times: int
    alone: bool


class Place(NamedTuple):
    """Where a duty is named, in characters; `whole`: by a name, not by some of its words."""

    duty: str
    start: int
    end: int
    whole: bool

    @property
    def length(self) -> int:
        """How much of it is named."""
        return self.end - self.start


class DutyReader:
    """Finds duties by their names, other names, and the words these are made of."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.numbers = Numerals(lexicon)
        self.shared = frozenset(lexicon.words["duty_shared"])

    @staticmethod
    def may_name(text: str, names: Mapping[str, Sequence[str]]) -> bool:
        """Tell at little cost whether a plain text may name a duty: most name none."""
        every = (name for called in names.values() for name in called)
        return any(
            name[place : place + LEAST_SHARED] in text
            for name in every
            for place in range(max(1, len(name) - LEAST_SHARED + 1))
        )

    def read(
        self, facts: Facts, names: Mapping[str, Sequence[str]], places: Sequence[str] = ()
    ) -> DutyReading | None:
        """Return the duty that a message says was done; `names`: what each is called, by its key."""
        bare = blotted(blotted(facts.text, facts.mentions), facts.days, DAY_BLOT)
        found = self._most(list(self._places(bare, names)))
        days = [day for day in facts.days if not day.vague and not day.impossible]
        ahead = any(day.ahead(facts.today) for day in days)
        if found is None or ahead or not self._held(bare, found, told=bool(days)):
            return None
        exact = [day.value for day in days if not day.loose and day.value <= facts.today]
        counties = (key for m in facts.mentions if m.confidence >= BAR for key in m.counties)
        rest = bare[: found.start] + bare[found.end :]
        named = [place for place in places if _stem(place) in rest]
        for place in named:
            rest = rest.replace(place, "").replace(_stem(place), "")
        alone = self.lexicon.pattern("duty_around").fullmatch(rest) is not None
        alone = alone and not self.lexicon.pattern("duty_contact").search(bare)
        day = exact[0] if len(set(exact)) == 1 else None
        return DutyReading(
            found.duty, tuple(dict.fromkeys(counties)), tuple(named), day, self._times(bare), alone
        )

    def asked(self, text: str, names: Mapping[str, Sequence[str]]) -> str | None:
        """Return the duty that a plain text asks for, None when it asks for none."""
        if not self.lexicon.pattern("duty_wanted").search(text):
            return None
        found = self._most([place for place in self._places(text, names) if place.whole])
        return found.duty if found else None

    def _times(self, text: str) -> int:
        """Return how many events are told of, one without a word; more than MOST_TIMES are none of them."""
        match = self.lexicon.pattern("duty_times").search(text)
        told = self.numbers.read(match["n"]) if match else 1
        return told if told and 1 <= told <= MOST_TIMES else 1

    def _most(self, found: Sequence[Place]) -> Place | None:
        """Return the place where most of a duty is named; None when two are named as much."""
        best = max(found, key=lambda place: place.length, default=None)
        if best is None or any(p.duty != best.duty and p.length >= best.length for p in found):
            return None
        return best

    def _places(self, text: str, names: Mapping[str, Sequence[str]]) -> Iterator[Place]:
        for duty, called in names.items():
            for name in called:
                plain = normalise(name, self.lexicon).text
                place = text.find(plain)
                if place >= 0:
                    yield Place(duty, place, place + len(plain), whole=True)
                    continue
                match = SequenceMatcher(None, text, plain, autojunk=False).find_longest_match()
                words = text[match.a : match.a + match.size]
                if match.size >= LEAST_SHARED and words not in self.shared:
                    yield Place(duty, match.a, match.a + match.size, whole=False)

    def _held(self, text: str, found: Place, *, told: bool) -> bool:
        """Tell whether the words around a name say that it was done; a day that is past says so too."""
        first = max(text.rfind(mark, 0, found.start) for mark in MARKS) + 1
        ends = [place for mark in MARKS if (place := text.find(mark, found.end)) >= 0]
        after = min(ends, default=len(text))
        verb, done = self.lexicon.pattern("duty_verb"), self.lexicon.pattern("duty_done")
        if not verb.search(text[first : found.start] + text[found.end : after]):
            later = [place for mark in MARKS if (place := text.find(mark, after + 1)) >= 0]
            after = min(later, default=len(text))
        clause = text[first:after]
        if self.lexicon.pattern("duty_asked").search(text) or self.lexicon.pattern("duty_not").search(clause):
            return False
        return bool(done.search(clause) or (told and verb.search(clause)))


def _stem(place: str) -> str:
    """Return a city's name as people shorten it."""
    return place[:-1] if len(place) > 2 and place.endswith("\u5e02") else place
