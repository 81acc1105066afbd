"""Signs of a visit that only say where somebody was: in a county, or up or down to it."""

from collections.abc import Iterator, Sequence

from campaign.vocabulary import Channel
from understanding.clauses import Clause, clause_at
from understanding.counties import Mention
from understanding.evidence import Sign, Status
from understanding.lexicon import Lexicon


class PresenceFinder:
    """Finds the places where our side, named or left out, is said to be in a county."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.led_by = lexicon.pattern("present_at")
        self.meant = [lexicon.pattern(name) for name in ("future", "called_off")]
        self.not_there = lexicon.pattern("not_presence")

    def added(
        self, masked: str, clauses: Sequence[Clause], mentions: Sequence[Mention], signs: Sequence[Sign]
    ) -> list[Sign]:
        """Return the signs in order, with those of presence before a name."""
        more = [sign for m in mentions for sign in self.of(masked, clauses, m) if not taken(sign, signs)]
        return sorted([*signs, *more], key=lambda sign: sign.start) if more else list(signs)

    def of(self, masked: str, clauses: Sequence[Clause], mention: Mention) -> Iterator[Sign]:
        """Yield the sign that the words before a name make, if they tell nothing else."""
        clause = clause_at(clauses, mention.start)
        match = clause and self.led_by.fullmatch(masked, clause.start, mention.start)
        if clause and match and not self.not_there.search(masked, mention.end, clause.end):
            start = match.start("verb")
            meant = any(pattern.search(masked, clause.since, clause.end) for pattern in self.meant)
            status = Status.PLANNED if meant else Status.DONE
            yield Sign(start, match.end("verb"), "onsite", Channel.ONSITE, status)


def taken(sign: Sign, signs: Sequence[Sign]) -> bool:
    """Tell whether another sign stands at a place."""
    return any(other.start < sign.end and sign.start < other.end for other in signs)
