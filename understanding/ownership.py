"""Which county a stretch of a message is about."""

from bisect import bisect_left
from collections.abc import Iterator

from understanding.clauses import START_OF
from understanding.counties import Mention
from understanding.facts import Facts, between
from understanding.lexicon import Lexicon
from understanding.segments import Anchor, anchors

Named = tuple[str | None, Mention | None]
"""A county's key and where it is named; (None, None) when none is."""

LONGEST_LIST = 9
"""Items of the longest list whose announcement is looked for."""


class Owner:
    """Finds the county of problems and practices by the counties named around them."""

    def __init__(self, facts: Facts, lexicon: Lexicon) -> None:
        self.facts = facts
        self.anchors = anchors(facts.text, facts.mentions, lexicon)
        self.item = lexicon.pattern("item_start")
        self.both = lexicon.pattern("both")

    def of(self, start: int, end: int) -> Iterator[Named]:
        """Yield (key, mention) for each county that a stretch is about; (None, None) when none is named."""
        anchor = self.anchor(start, end)
        if anchor is None or not anchor.counties:
            yield None, anchor.mentions[0] if anchor else None
            return
        told = self.all_before(start) or anchor.mentions
        known = {key: mention for mention in reversed(told) for key in mention.counties}
        yield from ((key, known[key]) for key in dict.fromkeys(k for m in told for k in m.counties))

    def all_before(self, start: int) -> tuple[Mention, ...]:
        """Return all mentions before a place whose sentence says something of both or all of them."""
        if len(self.anchors) < 2:
            return ()
        first = self.announced(self.facts.clause(start).since)
        if between(self.anchors, first, start):
            return ()
        if not self.both.search(self.facts.text, first, start):
            return ()
        return tuple(m for m in self.facts.mentions if m.start < start and m.counties)

    def announced(self, since: int) -> int:
        """Return where the sentence begins that announces a list, for the sentence of one of its items."""
        for _ in range(LONGEST_LIST):
            if not since or not self.item.match(self.facts.text[since : since + 6].lstrip()):
                break
            since = min(since, self.facts.clause(since - 1).since)
        return since

    def anchor(self, start: int, end: int) -> Anchor | None:
        """Return the counties named in a stretch, else last before it, else first after it."""
        if not self.anchors:
            return None
        place = bisect_left(self.anchors, start, key=START_OF)
        inside = place < len(self.anchors) and self.anchors[place].start < end
        return self.anchors[place if inside else max(0, place - 1)]
