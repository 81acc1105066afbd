"""Which county a stretch of a message is about."""

from collections.abc import Iterator

from understanding.counties import Mention
from understanding.facts import Facts
from understanding.lexicon import Lexicon
from understanding.segments import Anchor, anchors


class Owner:
    """Finds the county of problems and practices by the counties named around them."""

    def __init__(self, facts: Facts, lexicon: Lexicon) -> None:
        self.facts = facts
        self.anchors = anchors(facts.text, facts.mentions, lexicon)

    def of(self, start: int, end: int) -> Iterator[tuple[str | None, Mention | None]]:
        """Yield (key, mention) for each county that a stretch is about; (None, None) when none is named."""
        anchor = self.anchor(start, end)
        if anchor is None or not anchor.counties:
            yield None, anchor.mentions[0] if anchor else None
            return
        for mention in anchor.mentions:
            for key in mention.counties:
                yield key, mention

    def anchor(self, start: int, end: int) -> Anchor | None:
        """Return the counties named in a stretch, else last before it, else first after it."""
        inside = [a for a in self.anchors if start <= a.start < end]
        before = [a for a in self.anchors if a.start < start]
        return next(iter(inside or before[::-1] or self.anchors), None)
