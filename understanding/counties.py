"""Where a message names counties: exact names first, then misspelt ones, the sender's own, and outsiders."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from understanding.gazetteer import Gazetteer, Index
from understanding.lexicon import Lexicon
from understanding.misspellings import Misspellings
from understanding.reading import Sender

AFTER = 7
"""Characters behind a short name in which a place within the county may be named."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where counties are named.

    counties: keys, several for "my counties" or coordinated names; empty when it must be asked or is unknown.
    likely: keys to offer when asked. outside: the name is of no county on the roster.
    """

    start: int
    end: int
    counties: tuple[str, ...]
    confidence: float = 1.0
    likely: tuple[str, ...] = ()
    outside: bool = False


class CountyFinder:
    """Finds mentions in the plain form of a text."""

    def __init__(self, gazetteer: Gazetteer, lexicon: Lexicon) -> None:
        self.index = Index(gazetteer, lexicon.words["county_endings"], lexicon.words["city_endings"])
        self.misspellings = Misspellings(self.index, lexicon)
        self.hidden = lexicon.pattern("hidden_word")
        self.own_county = lexicon.pattern("own_county")
        self.own_all = lexicon.pattern("own_all")
        self.joined = lexicon.pattern("joined_name")
        self.left = lexicon.pattern("left_of_short")
        self.right = lexicon.pattern("right_of_short")
        self.joining = tuple(lexicon.words["joining"])

    def find(self, text: str, sender: Sender | None) -> list[Mention]:
        """Return all mentions in order of place."""
        places = list(self.index.find(text))
        found = list(self.exact(text, places, sender))
        found += self.all_own(text, found, sender) if found else self.own(text, sender)
        covered = [(m.start, m.end) for m in found] + [match.span() for match in self.hidden.finditer(text)]
        covered += [match.span(2) for match in places]
        for place in self.misspellings.find(text, covered):
            found.append(
                self.misspelt(place.start, place.end, place.spelling, place.confidence, place.likely)
            )
        return sorted(found, key=lambda mention: mention.start)

    def misspelt(
        self, start: int, end: int, spelling: str | None, sure: float, likely: tuple[str, ...]
    ) -> Mention:
        """Return the mention for a name that is not spelt like any on the roster."""
        if spelling is None:
            return Mention(start, end, (), 0.0, likely, outside=True)
        keys = self.index.spellings[spelling]
        return Mention(start, end, keys[:1], sure) if len(keys) == 1 else Mention(start, end, (), 0.0, keys)

    def exact(self, text: str, places: Sequence[re.Match[str]], sender: Sender | None) -> Iterator[Mention]:
        """Yield the mentions that are spelt as on the roster, of the places where a spelling stands."""
        hidden = [match.span() for match in self.hidden.finditer(text)]
        earlier = False
        for match in places:
            if any(start < match.end() and match.start(2) < end for start, end in hidden):
                continue
            if self.index.is_short(match[2]) and not match[1] and self.looks_hidden(text, match):
                continue
            if match[2].startswith(self.joining) and self.only_joined(text, match, earlier=earlier):
                continue
            earlier = True
            yield self.decided(match, sender)

    def looks_hidden(self, text: str, match: re.Match[str]) -> bool:
        """Tell whether a short name stands amid other words on both sides."""
        before = text[max(0, match.start(2) - 2) : match.start(2)]
        return not self.left.search(before) and not self.right.match(text[match.end() : match.end() + AFTER])

    def only_joined(self, text: str, match: re.Match[str], *, earlier: bool) -> bool:
        """Tell whether a name is rather "and the county" after somebody or some place."""
        if match[1] or len(match[2]) > 2:
            return False
        return bool(self.joined.match(text, match.start(2))) and not self.introduced(
            text, match.start(2), earlier
        )

    def introduced(self, text: str, place: int, earlier: bool) -> bool:
        """Tell whether the words before a place lead up to a county's name."""
        before = text[max(0, place - 1) : place]
        return (not before and not earlier) or before in self.misspellings.leading

    def decided(self, match: re.Match[str], sender: Sender | None) -> Mention:
        """Return the mention for an exact spelling: by prefecture, by pairing, else to be asked."""
        keys = self.index.spellings[match[2]]
        if city := self.index.city_of(match[1]):
            keys = tuple(key for key in keys if self.index.gazetteer.by_key[key].prefecture == city) or keys
        start = match.start() if match[1] else match.start(2)
        if len(keys) == 1:
            return Mention(start, match.end(), keys, 0.97 if self.index.is_short(match[2]) else 1.0)
        own = tuple(key for key in keys if sender and key in sender.counties)
        if len(own) == 1:
            return Mention(start, match.end(), own, 0.9)
        return Mention(start, match.end(), (), 0.0, keys)

    def all_own(self, text: str, found: Sequence[Mention], sender: Sender | None) -> list[Mention]:
        """Return the place at which all of the sender's counties are spoken of, before some are named."""
        named = {key for mention in found for key in mention.counties}
        own = next(iter(self.own(text, sender)), None)
        if own is None or not named < set(own.counties) or own.end > found[0].start:
            return []
        return [own] if self.own_all.match(text, own.end) else []

    def own(self, text: str, sender: Sender | None) -> Iterator[Mention]:
        """Yield the places that speak of the sender's own counties."""
        for match in self.own_county.finditer(text):
            keys = tuple(
                key for key in (sender.counties if sender else ()) if key in self.index.gazetteer.by_key
            )
            yield Mention(match.start(), match.end(), keys, 0.95 if keys else 0.0)
