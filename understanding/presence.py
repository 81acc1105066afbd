"""Signs of a visit that only say where somebody was: in a county, up or down to it, or from there with us."""

from collections.abc import Iterator, Sequence

from campaign.vocabulary import Channel
from understanding.clauses import Clause, clause_at
from understanding.counties import Mention
from understanding.evidence import REMOTE, Sign, Status
from understanding.lexicon import Lexicon


class PresenceFinder:
    """Finds the places where our side, named or left out, is said to be in a county."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.led_by = lexicon.pattern("present_at")
        self.meant = [lexicon.pattern(name) for name in ("future", "called_off")]
        self.talked = lexicon.pattern("talked_with")
        self.not_with_us = lexicon.pattern("not_with_us")
        self.attended = lexicon.pattern("attended")
        self.visitors = lexicon.pattern("visitors")
        self.not_there = lexicon.pattern("not_presence")

    def added(
        self, masked: str, clauses: Sequence[Clause], mentions: Sequence[Mention], signs: Sequence[Sign]
    ) -> list[Sign]:
        """Return the signs in order, with those of presence before a name."""
        signs = [sign for sign in signs if not self.is_no_visit(masked, sign, signs)]
        more = [sign for m in mentions for sign in self.of(masked, clauses, m) if not taken(sign, signs)]
        more += [
            sign for sign in self.talks(masked, clauses) if not self.told_in_clause(clauses, sign, signs)
        ]
        more += [sign for sign in self.visits(masked, clauses) if not told_before(sign, signs)]
        return sorted([*signs, *more], key=lambda sign: sign.start) if more else list(signs)

    def is_no_visit(self, masked: str, sign: Sign, signs: Sequence[Sign]) -> bool:
        """Tell whether somebody came but not to us, or is only counted among those at a visit told before."""
        if sign.kind != "came":
            return False
        if self.not_with_us.match(masked, sign.end):
            return True
        if not self.attended.match(masked, sign.start):
            return False
        return any(other.kind == "onsite" and other.end <= sign.start for other in signs)

    def visits(self, masked: str, clauses: Sequence[Clause]) -> Iterator[Sign]:
        """Yield the signs that people of a county make who come to us."""
        for match in self.visitors.finditer(masked):
            clause = clause_at(clauses, match.start())
            if clause and match.end() <= clause.end and not self.not_with_us.match(masked, match.end()):
                meant = any(pattern.search(masked, clause.since, clause.end) for pattern in self.meant)
                status = Status.PLANNED if meant else Status.DONE
                yield Sign(match.start("came"), match.end("came"), "came", Channel.MEETING, status)

    def talks(self, masked: str, clauses: Sequence[Clause]) -> Iterator[Sign]:
        """Yield the signs that talks with a county make whose means is not told."""
        for match in self.talked.finditer(masked):
            clause = clause_at(clauses, match.start())
            if clause and not any(p.search(masked, clause.since, clause.end) for p in self.meant):
                yield Sign(match.start("with"), match.end("with"), "contact", None, Status.DONE)

    def told_in_clause(self, clauses: Sequence[Clause], sign: Sign, signs: Sequence[Sign]) -> bool:
        """Tell whether a sign stands in the clause of another one."""
        clause = clause_at(clauses, sign.start)
        return clause is None or any(clause.start <= other.start < clause.end for other in signs)

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


def told_before(sign: Sign, signs: Sequence[Sign]) -> bool:
    """Tell whether another sign tells that they came, or how the contact was held to which they came."""
    same = any(other.kind == "came" and other.end > sign.start for other in signs)
    return same or any(other.kind in REMOTE and other.start < sign.start for other in signs)
