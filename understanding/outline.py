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
    AGENDA = "agenda"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Outline:
    """Parts by the number of the sentence; item: its place in the list under its heading, from 0."""

    parts: Mapping[int, Part] = field(default_factory=dict)
    items: Mapping[int, int] = field(default_factory=dict)
    headings: Mapping[int, Part] = field(default_factory=dict)

    def part(self, sentence: int) -> Part | None:
        """Return the part that a sentence stands in, None outside of any."""
        return self.parts.get(sentence)

    def heads(self, sentence: int, part: Part) -> bool:
        """Tell whether a sentence is a heading of a part."""
        return self.headings.get(sentence) is part


@dataclass(slots=True)
class Under:
    """The heading under which sentences are read; level: what follows its number;
    whole: it stands on a line or in a sentence of its own."""

    part: Part
    level: str
    whole: bool
    sentences: int = 0
    items: int = 0


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
        headings: dict[int, Part] = {}
        under: Under | None = None
        for group in by_sentence(clauses):
            number, words = group[0].sentence, text[group[0].since : group[0].until]
            if part := self.heading(words):
                headings[number] = part
                under = Under(
                    part, self.level(words.lstrip()), whole=words.rstrip(" ").endswith(("\n", "\u3002"))
                )
            elif under:
                item = bool(self.item.match(words.lstrip()))
                opens = text[group[0].since - 1] == "\n"
                if self.ends(under, words.lstrip(), item=item, opens=opens):
                    under = None
                    continue
                parts[number] = under.part
                under.sentences += 1
                if item:
                    items[number], under.items = under.items, under.items + 1
        return Outline(parts, items, headings)

    def ends(self, under: "Under", words: str, *, item: bool, opens: bool) -> bool:
        """Tell whether a sentence stands no longer under a heading."""
        if item:
            return under.level == self.level(words)
        if self.closing.match(words) or not (under.whole or under.items):
            return True
        numbered = bool(under.items) and (opens or not under.whole)
        return numbered or (opens and bool(under.sentences) and under.part is not Part.PROBLEMS)

    def level(self, words: str) -> str:
        """Return the sign that stands with the number that words begin with, empty when they have none."""
        if not self.item.match(words):
            return ""
        return words[0] if words[0] == "(" else words[1:2]

    def heading(self, words: str) -> Part | None:
        """Return the part that a sentence announces and does no more."""
        bare = strip(words, self.item)
        numbered = bool(self.item.match(words.lstrip()))
        if not bare or not words.rstrip(" ").endswith(("\n", ":", "\u3011", *("\u3002" * numbered))):
            return None
        return next((part for part, pattern in self.headings if pattern.fullmatch(bare)), None)


def strip(words: str, item: re.Pattern[str]) -> str:
    """Return the words of a heading without its number, brackets and colon."""
    bare = words.strip(" \n:\u3002\u3010\u3011[]()<>*#-")
    number = item.match(bare)
    return bare[number.end() :].strip(" :") if number else bare
