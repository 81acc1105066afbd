"""Practices that a message names and commends."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from understanding.clauses import Clause
from understanding.facts import Facts
from understanding.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Practice:
    """One commended practice: its stretch and how surely it is one."""

    start: int
    end: int
    sentence: int
    confidence: float


class PracticeFinder:
    """Finds commended practices in the plain form of a text."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.commended = lexicon.pattern("commended")
        self.lead = lexicon.pattern("practice_lead")
        self.named = lexicon.pattern("practice_named")
        self.subject = lexicon.pattern("practice_subject")
        self.stop = lexicon.pattern("practice_stop")
        self.verb = lexicon.pattern("practice_verb")
        self.denied = lexicon.pattern("no_practice")
        self.quoted = lexicon.pattern("quoted")

    def find(self, facts: Facts) -> Iterator[Practice]:
        """Yield practices: one for each sentence that commends or leads up to one that does."""
        groups = [
            [clause for clause in facts.clauses if clause.sentence == number]
            for number in dict.fromkeys(clause.sentence for clause in facts.clauses)
        ]
        taken = set[int]()
        for place, clauses in enumerate(groups):
            words = facts.text[clauses[0].start : clauses[-1].end]
            match = next(
                (
                    m
                    for m in self.commended.finditer(words)
                    if not self.denied.search(words, max(0, m.start() - 8), m.end() + 2)
                ),
                None,
            )
            if match is None:
                continue
            for near in (place, place - 1, place - 2):
                practice = (
                    self.practice(facts, groups[near], clauses[0].start + match.start())
                    if near >= 0
                    else None
                )
                if practice and near not in taken:
                    taken.add(near)
                    yield practice
                    break

    def practice(self, facts: Facts, clauses: Sequence[Clause], praise: int) -> Practice | None:
        """Return the practice that a sentence names: quoted, introduced, or the clause before the praise."""
        sentence = clauses[0].sentence
        for clause in clauses:
            lead = self.lead.search(facts.text, clause.start, clause.end)
            if lead and lead.end() < clauses[-1].end:
                return self.trimmed(facts, lead.end(), self.clause_end(clauses, lead.end()), sentence, 0.8)
        for clause in clauses:
            if self.quoted.search(facts.text, clause.start, clause.end):
                return self.trimmed(facts, clause.start, clause.end, sentence, 0.85)
        for clause in clauses:
            if self.verb.search(facts.text, clause.start, min(clause.end, max(praise, clause.start))):
                return self.trimmed(facts, clause.start, clause.end, sentence, 0.7)
        return None

    def clause_end(self, clauses: Sequence[Clause], place: int) -> int:
        """Return the end of the clause that holds a place."""
        return next((clause.end for clause in clauses if place < clause.end), clauses[-1].end)

    def trimmed(self, facts: Facts, start: int, end: int, sentence: int, sure: float) -> Practice | None:
        """Return a practice without its subject in front and its praise behind."""
        start = self.behind_subject(facts, start, end)
        quoted = self.quoted.search(facts.text, start, end)
        stop = self.stop.search(facts.text, quoted.end() if quoted else start + 1, end)
        end = stop.start() if stop else end
        while end > start and facts.text[end - 1] in " ,:\n":
            end -= 1
        return Practice(start, end, sentence, sure) if end - start > 2 else None

    def behind_subject(self, facts: Facts, start: int, end: int) -> int:
        """Return where the practice begins behind counties, unions and filling words."""
        before = -1
        while before != start:
            before = start
            start = max(
                (m.end for m in facts.mentions if start <= m.start <= start + 6 and m.end < end),
                default=start,
            )
            if subject := self.subject.match(facts.text, start, end):
                start = subject.end()
        return start
