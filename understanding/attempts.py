"""Trips that were broken off: whoever set out did not arrive, or met nobody."""

from collections.abc import Sequence
from dataclasses import replace

from understanding.clauses import Clause, clause_at
from understanding.evidence import Sign, Status
from understanding.lexicon import Lexicon

TRIP = frozenset({"onsite", "weak_onsite", "back"})
"""Kinds of signs that a trip sets."""

LOOK_BACK = 20
"""Characters before a sentence in which the trip that it says was broken off is looked for."""


class AttemptReader:
    """Tells trips that came to nothing from those that ended in talks after all."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.aborted = lexicon.pattern("aborted")
        self.declined = lexicon.pattern("declined")
        self.on_the_way = lexicon.pattern("on_the_way")
        self.homeward = lexicon.pattern("homeward")

    def settled(
        self, text: str, clauses: Sequence[Clause], named: Sequence[tuple[int, int]], signs: Sequence[Sign]
    ) -> list[Sign]:
        """Return the signs, those of a trip that was broken off marked as failed."""
        ways = [match.start() for match in self.on_the_way.finditer(text)]
        kept = [replace(s, status=Status.FAILED) if s.start in ways and s.kind in TRIP else s for s in signs]
        for match in self.aborted.finditer(text):
            clause = clause_at(clauses, match.start())
            low = max(0, clause.since - LOOK_BACK) if clause else 0
            high = min((start for start, _ in named if start > match.end()), default=len(text))
            if not self.met_later(text, kept, match.end(), high):
                kept = [self.given_up(sign, low, high) for sign in kept]
        for match in self.declined.finditer(text):
            last = max((start for start, _ in named if start < match.start()), default=0)
            clause = clause_at(clauses, match.start())
            kept = [self.given_up(s, max(last, clause.since if clause else 0), match.start()) for s in kept]
        return kept

    def met_later(self, text: str, signs: Sequence[Sign], low: int, high: int) -> bool:
        """Tell whether something else than the way home is told behind a place."""
        done = (s for s in signs if low <= s.start < high and s.status is Status.DONE)
        return any(not self.homeward.match(text, sign.start) for sign in done)

    def given_up(self, sign: Sign, low: int, high: int) -> Sign:
        """Return a sign, failed when it is one of a trip in a stretch."""
        trip = low <= sign.start < high and sign.kind in TRIP and sign.status is Status.DONE
        return replace(sign, status=Status.FAILED) if trip else sign
