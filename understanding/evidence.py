"""Signs that a contact took place, with its channel; planned, failed and denied ones are told apart."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from campaign.vocabulary import Channel
from understanding.clauses import Clause
from understanding.lexicon import Lexicon


class Status(StrEnum):
    """Whether what a sign speaks of took place."""

    DONE = "done"
    PLANNED = "planned"
    FAILED = "failed"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Sign:
    """One word that shows a contact. kind: the lexicon's pattern; channel: None when no means is given."""

    start: int
    end: int
    kind: str
    channel: Channel | None
    status: Status


class SignFinder:
    """Finds signs of contacts in clauses."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        kinds = lexicon.words["channel_kinds"]
        self.any = re.compile("|".join(f"(?P<{kind}>{lexicon.pattern(kind).pattern})" for kind in kinds))
        self.channels = {kind: Channel(name) for kind, name in lexicon.table("channels").items()}
        self.denied = lexicon.pattern("denied_before")

    def find(self, text: str, clauses: Sequence[Clause]) -> list[Sign]:
        """Return all signs in order of place."""
        planned_in: int | None = None
        signs: list[Sign] = []
        for clause in clauses:
            words = text[clause.start : clause.end]
            if self.lexicon.pattern("future").search(words):
                planned_in = clause.sentence
            if self.lexicon.pattern("unsettled").search(self.sentence(text, clauses, clause)):
                planned_in = clause.sentence
            if self.lexicon.pattern("replaced").search(words):
                planned_in = None
            status = self.clause_status(words, planned=planned_in == clause.sentence)
            signs.extend(self.in_clause(text, clause, status))
        return signs

    def sentence(self, text: str, clauses: Sequence[Clause], clause: Clause) -> str:
        """Return the words of a clause and of those that follow it in its sentence."""
        ends = [other.end for other in clauses if other.sentence == clause.sentence]
        return text[clause.start : max(ends)]

    def clause_status(self, words: str, *, planned: bool) -> Status:
        """Return what a clause says of the contact it speaks of."""
        if self.lexicon.pattern("called_off").search(words):
            return Status.PLANNED
        if self.lexicon.pattern("failed").search(words):
            return Status.FAILED
        return Status.PLANNED if planned else Status.DONE

    def in_clause(self, text: str, clause: Clause, status: Status) -> Iterator[Sign]:
        """Yield the signs of one clause."""
        request = self.lexicon.pattern("request").search(text, clause.start, clause.end)
        for match in self.any.finditer(text, clause.start, clause.end):
            kind = match.lastgroup or ""
            asked = bool(request and request.start() < match.start())
            denied = asked or self.is_denied(text[max(clause.start, match.start() - 6) : match.start()])
            own = Status.DENIED if denied and status is Status.DONE else status
            yield Sign(match.start(), match.end(), kind, self.channels.get(kind), own)

    def is_denied(self, before: str) -> bool:
        """Tell whether the few characters before a sign deny it."""
        return bool(self.denied.search(before))
