"""Practices that a message names and commends."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from understanding.clauses import Clause, by_sentence
from understanding.facts import Facts
from understanding.lexicon import Lexicon

Group = Sequence[Clause]


@dataclass(frozen=True, slots=True)
class Practice:
    """One commended practice: its stretch, how surely it is one, the ends of its telling and praise."""

    start: int
    end: int
    sentence: int
    confidence: float
    praised: int = 0
    begun: int | None = None


class PracticeFinder:
    """Finds commended practices in the plain form of a text."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.commended = lexicon.pattern("commended")
        self.lead = lexicon.pattern("practice_lead")
        self.subject = lexicon.pattern("practice_subject")
        self.stop = lexicon.pattern("practice_stop")
        self.verb = lexicon.pattern("practice_verb")
        self.denied = lexicon.pattern("no_practice")
        self.quoted = lexicon.pattern("quoted")
        self.instead = lexicon.pattern("practice_instead")
        self.item = lexicon.pattern("item_start")
        self.each = lexicon.pattern("each_commended")

    def find(self, facts: Facts) -> Iterator[Practice]:
        """Yield practices: one for each sentence that commends or leads up to one that does."""
        groups = by_sentence(facts.clauses)
        taken = set[int]()
        for place, clauses in enumerate(groups):
            praise = self.praise(facts.text, clauses[0].start, clauses[-1].end)
            if praise is None:
                continue
            found = self.listed(facts, groups[:place], praise) or self.named(
                facts, groups, place, praise, taken
            )
            yield from found

    def praise(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """Return the first praise of a stretch that nothing beside it takes back."""
        matches = self.commended.finditer(text, start, end)
        return next(
            (m for m in matches if not self.denied.search(text, max(start, m.start() - 8), m.end() + 2)), None
        )

    def named(
        self, facts: Facts, groups: Sequence[Group], place: int, praise: re.Match[str], taken: set[int]
    ) -> list[Practice]:
        """Return the practice that a sentence with praise names, or one of the two before it."""
        for near in range(place, max(-1, place - 3), -1):
            practice = self.practice(facts, groups[near], praise)
            if practice and near not in taken:
                taken.add(near)
                return [practice]
        return []

    def listed(self, facts: Facts, groups: Sequence[Group], praise: re.Match[str]) -> list[Practice]:
        """Return the items of a list that is praised as a whole."""
        if not self.each.search(facts.text, max(0, praise.start() - 4), praise.end()):
            return []
        items = [group for group in groups if self.item.match(facts.text[group[0].start :].lstrip()[:6])]
        found = [self.practice(facts, group, praise, listed=True) for group in items]
        return [practice for practice in found if practice] if len(found) > 1 else []

    def practice(
        self, facts: Facts, clauses: Group, praise: re.Match[str], *, listed: bool = False
    ) -> Practice | None:
        """Return the practice that a sentence names: introduced, quoted, or the clause before the praise."""
        for clause in clauses:
            lead = self.lead.search(facts.text, clause.start, clause.end)
            if lead and lead.end() < clauses[-1].end:
                start, end = self.led(facts.text, clauses, lead.end())
                practice = self.trimmed(facts, start, end, praise, 0.8)
                return replace(practice, begun=lead.end()) if practice else None
        for clause in clauses:
            if self.quoted.search(facts.text, clause.start, clause.end):
                return self.trimmed(facts, clause.start, clause.end, praise, 0.85)
        for clause in clauses:
            last = clause.end if listed else min(clause.end, max(praise.start(), clause.start))
            if self.verb.search(facts.text, clause.start, last):
                return self.trimmed(facts, clause.start, last, praise, 0.7)
        return None

    def led(self, text: str, clauses: Group, place: int) -> tuple[int, int]:
        """Return the clause behind words that lead up to a practice, or the one that says what was done."""
        behind = [clause for clause in clauses if place < clause.end]
        if len(behind) > 1 and self.instead.match(text, behind[1].start):
            return behind[1].start, behind[1].end
        if behind and behind[0].end - place < 2 and len(behind) > 1:
            return behind[1].start, behind[1].end
        return place, behind[0].end if behind else clauses[-1].end

    def trimmed(
        self, facts: Facts, start: int, end: int, praise: re.Match[str], sure: float
    ) -> Practice | None:
        """Return a practice without its subject in front and its praise behind."""
        start = self.behind_subject(facts, start, end)
        quoted = self.quoted.search(facts.text, start, end)
        stop = self.stop.search(facts.text, quoted.end() if quoted else start + 1, end)
        end = stop.start() if stop else end
        while end > start and facts.text[end - 1] in " ,:\n":
            end -= 1
        sentence = facts.clause(start).sentence
        return Practice(start, end, sentence, sure, praise.end()) if end - start > 2 else None

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
