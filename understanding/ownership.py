"""Which county a stretch of a message is about, and whose doing a contact was."""

import re
from collections.abc import Iterator

from understanding.contacts import Draft
from understanding.counties import Mention
from understanding.facts import Facts
from understanding.lexicon import Lexicon
from understanding.segments import Anchor, anchors


class Owner:
    """Finds the county of problems and practices by the counties named around them."""

    def __init__(self, facts: Facts, glue: re.Pattern[str]) -> None:
        self.facts = facts
        self.anchors = anchors(facts.text, facts.mentions, glue)

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


def told_of(draft: Draft, facts: Facts, lexicon: Lexicon) -> bool:
    """Tell whether a draft speaks of a county union's own activity, in which no liaison took part."""
    if draft.anchor is None or draft.sign is None or draft.sign.kind != "weak_onsite":
        return False
    own = lexicon.pattern("own_activity").match(facts.text, draft.anchor.end, draft.end)
    return bool(own) and not lexicon.pattern("liaison_side").search(facts.text, draft.start, draft.end)
