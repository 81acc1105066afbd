"""Which part of a report a sentence stands in: headings such as "problems" and the items under them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from understanding.clauses import Clause, by_sentence
from understanding.lexicon import Lexicon


class Part(StrEnum):
    """What the sentences under a heading tell."""

    PROBLEMS = "problems"
    PRACTICES = "practices"
    SOLUTIONS = "solutions"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Outline:
    """Parts by the number of the sentence; item: its place in the list under its heading, from 0."""

    parts: Mapping[int, Part] = field(default_factory=dict)
    items: Mapping[int, int] = field(default_factory=dict)
    headings: frozenset[int] = frozenset()

    def part(self, sentence: int) -> Part | None:
        """Return the part that a sentence stands in, None outside of any."""
        return self.parts.get(sentence)


class OutlineReader:
    """Finds headings, by their words alone, and what stands under each."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.headings = [(part, lexicon.pattern(f"heading_of_{part}")) for part in Part]
        self.item = lexicon.pattern("item_start")
        self.closing = lexicon.pattern("closes_report")

    def read(self, text: str, clauses: Sequence[Clause]) -> Outline:
        """Return the outline of a text."""
        parts: dict[int, Part] = {}
        items: dict[int, int] = {}
        headings = set[int]()
        part: Part | None = None
        count, whole = 0, False
        for group in by_sentence(clauses):
            number, words = group[0].sentence, text[group[0].since : group[0].until]
            if found := self.heading(words):
                part, count, whole = found, 0, words.endswith("\n")
                headings.add(number)
                continue
            item = self.item.match(words.lstrip())
            if part and not item and (count or not whole or self.closing.match(words.lstrip())):
                opens = group[0].since == 0 or text[group[0].since - 1] == "\n"
                part = None if opens or not whole else part
            if part:
                parts[number] = part
                if item:
                    items[number], count = count, count + 1
        return Outline(parts, items, frozenset(headings))

    def heading(self, words: str) -> Part | None:
        """Return the part that a sentence announces and does no more."""
        bare = strip(words, self.item)
        if not bare or not words.rstrip(" ").endswith(("\n", ":", "】")):
            return None
        return next((part for part, pattern in self.headings if pattern.fullmatch(bare)), None)


def strip(words: str, item: re.Pattern[str]) -> str:
    """Return the words of a heading without its number, brackets and colon."""
    bare = words.strip(" \n:。【】[]()<>*#—-")
    number = item.match(bare)
    return bare[number.end() :].strip(" :") if number else bare
