"""Values of single fields in a clause, and where they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from campaign.vocabulary import Channel
from understanding.facts import DAY_BLOT, Facts, blotted
from understanding.lexicon import Lexicon
from understanding.numbers import Numerals
from understanding.people import PeopleFinder
from understanding.reading import BAR


@dataclass(frozen=True, slots=True)
class Value:
    """One field's value where it stands in the plain text; None where the text leaves a doubt."""

    field: str
    value: Any
    start: int
    end: int


class ValueFinder:
    """Finds what a clause gives for the fields of a contact, who went left aside."""

    def __init__(self, lexicon: Lexicon, people: PeopleFinder) -> None:
        self.lexicon = lexicon
        self.people = people
        self.numerals = Numerals(lexicon)
        channels = lexicon.table("fragment_channels")
        self.channels = {word: Channel(channels[word]) for word in channels}
        self.channel = re.compile("|".join(sorted(map(re.escape, channels), key=len, reverse=True)))

    def find(self, facts: Facts, start: int, end: int) -> Iterator[Value]:
        """Yield the values in a stretch of the plain text."""
        yield from self.named(facts, start, end)
        text = blotted(facts.masked, facts.days, DAY_BLOT)
        for match in self.channel.finditer(text, start, end):
            yield Value("channel", self.channels[match[0]], *match.span())
        counts = self.people.find(text, [(start, end)])
        yield from (Value("participants", count.value, count.start, count.end) for count in counts)
        if not counts:
            yield from self.bare_count(text, start, end)
        yield from self.leader(text, start, end)

    def bare_count(self, text: str, start: int, end: int) -> Iterator[Value]:
        """Yield a number that counts people by what stands before it, though it be in the clause before."""
        if headcount := self.lexicon.pattern("field_headcount").search(text, start, end):
            yield Value("participants", int(headcount["n"]), *headcount.span("n"))
            return
        for match in self.lexicon.pattern("headcount_instead").finditer(text, 0, end):
            if match.start("n") >= start:
                yield Value("participants", self.numerals.read(match["n"]), match.start("n"), match.end())

    def named(self, facts: Facts, start: int, end: int) -> Iterator[Value]:
        """Yield the counties and days."""
        for mention in facts.mentions:
            if start <= mention.start < end:
                sure = len(mention.counties) == 1 and mention.confidence >= BAR and not mention.outside
                key = mention.counties[0] if sure else None
                yield Value("county", key, mention.start, mention.end)
        for day in facts.days:
            if start <= day.start < end:
                value = None if day.vague or day.impossible or day.kind == "whole_month" else day.value
                yield Value("day", value, day.start, day.end)

    def leader(self, text: str, start: int, end: int) -> Iterator[Value]:
        """Yield whether the leader was there."""
        for name, there in (("leader_away", False), ("leader_there", True)):
            if match := self.lexicon.pattern(name).search(text, start, end):
                yield Value("leader_present", there, *match.span())
                return
