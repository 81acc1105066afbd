"""Names of counties written down by ear or with a slip, and names of counties outside the roster."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from understanding.gazetteer import Index, forms
from understanding.lexicon import Lexicon
from understanding.sounds import NEAR, SoundIndex

LED_BY = 4
"""Characters before a name in which words that lead up to it are looked for."""

LONG_NAME = 2
"""Characters above which a short name is known by its sound whatever stands behind it."""

ASKED_FROM = 60.0
"""Least likeness (0 to 100) of a county that is offered for a name outside the roster."""


@dataclass(frozen=True, slots=True)
class Place:
    """A name that is on no roster: its place, the spelling it stands for or None, and likely keys."""

    start: int
    end: int
    spelling: str | None
    confidence: float
    likely: tuple[str, ...] = ()


class Misspellings:
    """Looks for names only where a county's name may stand and none was found."""

    def __init__(self, index: Index, lexicon: Lexicon) -> None:
        self.index = index
        self.by_sound = SoundIndex(
            index, lexicon.sounds, lexicon.table("other_sounds"), lexicon.table("look_alikes")
        )
        self.named_place = lexicon.pattern("named_place")
        self.named_by_ear = lexicon.pattern("named_by_ear")
        self.short_place = lexicon.pattern("short_place")
        self.after_short = lexicon.pattern("after_short_by_ear")
        self.sound_alikes = frozenset(lexicon.words["sound_alikes"])
        self.no_name = lexicon.pattern("no_name_end")
        self.common_noun = lexicon.pattern("county_body")
        self.led_to = lexicon.pattern("led_to")
        self.led_straight_to = lexicon.pattern("led_straight_to")
        self.before_name = lexicon.pattern("before_name_word")
        self.leading = frozenset(lexicon.words["giving_way"])
        self.full_names = tuple(county.name for county in index.gazetteer.names)

    def find(self, text: str, covered: Sequence[tuple[int, int]]) -> Iterator[Place]:
        """Yield places outside the covered stretches, full names before short ones."""
        taken = bytearray(len(text))
        for stretch in covered:
            take(stretch, taken)
        for match in self.named_place.finditer(text):
            if free(match.span(1), taken) and (place := self.named(match)):
                take((place.start, place.end), taken)
                yield place
        for match in self.named_by_ear.finditer(text):
            like = self.by_sound.like(match[1]) if free(match.span(1), taken) else None
            if like and like[1] > NEAR and like[0][-1] == match[1][-1]:
                take(match.span(1), taken)
                yield Place(*match.span(1), *like)
        for match in self.short_place.finditer(text):
            if free(match.span(1), taken) and (place := self.short(match)):
                take((place.start, place.end), taken)
                yield place

    def named(self, match: re.Match[str]) -> Place | None:
        """Return what a word that ends like a county's name stands for."""
        word, end = match[1], match.end(1)
        for start in range(len(word) - 1):
            if (like := self.by_sound.like(word[start:])) and like[0][-1] == word[-1]:
                return Place(end - len(word) + start, end, *like)
        return self.outsider(match.string, word, end)

    def outsider(self, text: str, word: str, end: int) -> Place | None:
        """Return the county outside the roster that a word names, if words before it lead up to one."""
        name = self.before_name.sub("", word)
        stem = forms(name, self.index.endings)[-1]
        if len(name) < 2 or name in self.index.endings or self.no_name.search(stem):
            return None
        start = end - len(name)
        before = text[max(0, start - LED_BY) : start]
        loosely = len(stem) > 1 and not self.common_noun.match(text, end - 1)
        if not (self.led_to if loosely else self.led_straight_to).search(before):
            return None
        return Place(end - len(name), end, None, 0.0, self.likely(name))

    def short(self, match: re.Match[str]) -> Place | None:
        """Return what a short word in a county's place stands for, by its sound alone."""
        for size in range(min(len(match[1]), 4), 1, -1):
            word, end = match[1][:size], match.start(1) + size
            told = size > LONG_NAME or self.after_short.match(match.string, end)
            like = self.by_sound.like(word) if told else None
            if like and like[1] > NEAR and self.index.is_short(like[0]) and word not in self.sound_alikes:
                return Place(match.start(1), end, *like)
        return None

    def likely(self, name: str) -> tuple[str, ...]:
        """Return the keys of up to three counties whose names are most like a name."""
        ranked = process.extract(name, self.full_names, scorer=fuzz.ratio, limit=3, score_cutoff=ASKED_FROM)
        return tuple(self.index.gazetteer.names[place].key for _, _, place in ranked)


def take(span: tuple[int, int], taken: bytearray) -> None:
    """Mark a stretch as taken."""
    taken[span[0] : span[1]] = b"\1" * (span[1] - span[0])


def free(span: tuple[int, int], taken: bytearray) -> bool:
    """Tell whether no character of a stretch is taken."""
    return not any(taken[span[0] : span[1]])
