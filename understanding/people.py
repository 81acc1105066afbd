"""How many people took part in a contact, by the conventions of the head-count."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from understanding.lexicon import Lexicon
from understanding.numbers import Numerals

LOOK_BACK = 10
BLOTS = re.compile("\ufffc+")
RANGE = re.compile("[\u3001\u81f3\u5230~-]")
LISTED = "\u3001"
GROUPS = 2
"""The fewest groups whose numbers make a sum."""
PLAIN = 4
"""Rank of a head-count that is only a number of people."""


@dataclass(frozen=True, slots=True)
class Count:
    """One head-count. rank: 0 is the most telling kind; each: said of every contact in the message.

    parts: the numbers that a sum is made of, in order.
    """

    start: int
    end: int
    value: int
    rank: int
    each: bool = False
    parts: tuple[int, ...] = ()

    @property
    def firm(self) -> bool:
        """Tell whether it speaks for a contact by itself, and does not only count people of some sort."""
        return self.rank <= PLAIN


class PeopleFinder:
    """Finds head-counts in stretches of the plain text."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.numerals = Numerals(lexicon)
        self.kinds = [lexicon.pattern(kind) for kind in lexicon.words["people_kinds"]]
        self.sums = tuple(lexicon.pattern(name) for name in ("plus", "sides", "turns", "pair"))
        self.groups = lexicon.pattern("groups")
        self.one_count = lexicon.pattern("one_count")
        self.one_group = lexicon.pattern("one_group")
        self.both_sides = lexicon.pattern("both_sides")
        self.with_one = (lexicon.pattern("with_me"), lexicon.pattern("with_them"))
        self.group = lexicon.pattern("counted")
        self.numeral = lexicon.pattern("any_numeral")
        self.folk = self.kinds[-1]
        self.rough = str.maketrans("", "", "".join(lexicon.words["rough"]))

    def find(self, text: str, stretches: Sequence[tuple[int, int]]) -> list[Count]:
        """Return the head-counts of some stretches in order of place, no two of them overlapping."""
        counts: list[Count] = []
        for start, end in stretches:
            if self.numeral.search(text, start, end) is None:
                continue
            for count in self.candidates(text, start, end):
                if all(count.end <= other.start or other.end <= count.start for other in counts):
                    counts.append(count)
        counts.sort(key=lambda count: count.start)
        taken_back = self.lexicon.pattern("taken_back")
        return [
            count
            for count, later in itertools.zip_longest(counts, counts[1:])
            if later is None or not taken_back.fullmatch(text, count.end, later.start)
        ]

    def candidates(self, text: str, start: int, end: int) -> Iterator[Count]:
        """Yield head-counts, the most telling kinds first."""
        yield from self.counted_groups(text, start, end)
        yield from self.doubled(text, start, end)
        for match in self.lexicon.pattern("each").finditer(text, start, end):
            yield from self.counted(match, 0, each=True)
        yield from self.counted_sums(text, start, end)
        for rank, kind in enumerate(self.kinds):
            for match in kind.finditer(text, start, end):
                if rank < 3 or match.lastgroup == "asked" or not self.is_of_others(text, match):
                    yield from self.counted(match, rank)

    def counted_groups(self, text: str, start: int, end: int) -> Iterator[Count]:
        """Yield the sums of groups named by what they are, of one county at most."""
        if sum(1 for _ in self.one_count.finditer(text, start, end)) < GROUPS:
            return
        for match in self.groups.finditer(text, start, end):
            if len(BLOTS.findall(match[0])) > 1 or self.is_of_others(text, match):
                continue
            groups = self.one_group.finditer(text, *match.span())
            numbers = [
                (self.value(one["n"]) or 0) * (1 + one["list"].count(LISTED) * bool(one["each"]))
                for one in groups
            ]
            if len(numbers) > 1:
                yield Count(match.start(), match.end(), sum(numbers), 1)

    def doubled(self, text: str, start: int, end: int) -> Iterator[Count]:
        """Yield the heads of two sides of one number, and those who came with one."""
        for match in self.both_sides.finditer(text, start, end):
            several = len(BLOTS.findall(text)) > 1
            number = self.value(match["n"]) or 0
            yield Count(match.start(), match.end(), number * (2 - several), 1, each=several)
        for match in itertools.chain(*(kind.finditer(text, start, end) for kind in self.with_one)):
            yield Count(match.start(), match.end(), 1 + (self.parts(match) or (0,))[0], 2)

    def counted_sums(self, text: str, start: int, end: int) -> Iterator[Count]:
        """Yield the sums of groups that are listed without a total."""
        for kind in self.sums:
            for match in kind.finditer(text, start, end):
                numbers = self.parts(match)
                if len(numbers) > 1:
                    yield Count(match.start(), match.end(), sum(numbers), 1, parts=numbers)

    def parts(self, match: re.Match[str]) -> tuple[int, ...]:
        """Return the numbers of the groups in a match, in order."""
        groups = [text for text in match.groups() if text]
        if not groups:
            groups = [group["n"] for group in self.group.finditer(match.string, *match.span())]
        return tuple(number for text in groups if (number := self.value(text)))

    def counted(self, match: re.Match[str], rank: int, *, each: bool = False) -> Iterator[Count]:
        """Yield the count of one match, if its numeral can be read."""
        numeral = next((text for text in match.groups() if text), None)
        if numeral and (value := self.value(numeral)):
            yield Count(match.start(), match.end(), value, rank, each)

    def value(self, numeral: str) -> int | None:
        """Return a rough numeral's number, the lower end of a range."""
        lower, *_ = RANGE.split(numeral)
        return self.numerals.read(lower.translate(self.rough))

    def is_of_others(self, text: str, match: re.Match[str]) -> bool:
        """Tell whether a number counts people who took no part: recipients, staff, members."""
        before = text[max(0, match.start() - LOOK_BACK) : match.start()]
        after = text[match.end() : match.end() + LOOK_BACK]
        if match.re is self.folk and self.lexicon.pattern("not_folk").search(before):
            return True
        patterns = self.lexicon
        return bool(
            patterns.pattern("not_people").search(before) or patterns.pattern("not_people_after").match(after)
        )
