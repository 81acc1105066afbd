"""The words that name a practice: its stretch without its subject in front and its praise behind."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from understanding.clauses import Clause
from understanding.facts import Facts
from understanding.lexicon import Lexicon

Group = Sequence[Clause]

LEAST = 4
"""Characters of the shortest clause of a list that names a practice."""


@dataclass(frozen=True, slots=True)
class Practice:
    """One commended practice: its stretch, how surely it is one, the ends of its telling and praise."""

    start: int
    end: int
    sentence: int
    confidence: float
    praised: int = 0
    begun: int | None = None


class Naming:
    """Finds the words of a sentence that name a practice."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.commended = lexicon.pattern("commended")
        self.lead = lexicon.pattern("practice_lead")
        self.subject = lexicon.pattern("practice_subject")
        self.stop = lexicon.pattern("practice_stop")
        self.verb = lexicon.pattern("practice_verb")
        self.quoted = lexicon.pattern("quoted")
        self.instead = lexicon.pattern("practice_instead")
        self.work_name = lexicon.pattern("work_name")
        self.not_named = lexicon.pattern("not_named")
        self.doer = lexicon.pattern("practice_doer")
        self.calling = lexicon.pattern("called_practice")
        self.doing = lexicon.pattern("practice_doing")
        self.listing = lexicon.pattern("practices_joined")
        self.follow = lexicon.pattern("practices_follow")

    def item_of(self, facts: Facts, clauses: Group, praised: int) -> Practice | None:
        """Return the practice that an item of a list names: what is quoted, else what it says first."""
        start, end = clauses[0].start, clauses[-1].end
        if lead := self.follow.search(facts.text, start, end):
            start = lead.end()
        words = [clause for clause in clauses if clause.end - max(start, clause.start) > LEAST]
        named = [c for c in words if self.quoted.search(facts.text, max(start, c.start), c.end)]
        chosen = next(iter(named or words), None)
        if chosen is None:
            return None
        return self.trimmed(facts, max(start, chosen.start), chosen.end, praised, 0.75)

    def practice(self, facts: Facts, clauses: Group, praise: re.Match[str]) -> Practice | None:
        """Return the practice that a sentence names: introduced, quoted, or the clause before the praise."""
        for clause in clauses:
            lead = self.lead.search(facts.text, clause.start, clause.end)
            quoted = self.quoted.search(facts.text, clause.start, clause.end)
            if lead and not (quoted and quoted.end() <= lead.start()) and lead.end() < clauses[-1].end:
                start, end = self.led(facts.text, clauses, lead.end())
                told = clauses[-1].end if lead[0].endswith(":") else praise.end()
                practice = self.trimmed(facts, start, end, told, 0.8)
                return replace(practice, begun=lead.end()) if practice else None
        for clause in self.without_doers(facts, clauses):
            words = facts.text[clause.start : clause.end]
            own = self.commended.sub("", words)
            if self.quoted.search(self.work_name.sub("", own)):
                return self.trimmed(facts, clause.start, clause.end, praise.end(), 0.85)
        for clause in clauses:
            last = min(clause.end, max(praise.start(), clause.start))
            if self.not_named.search(facts.text[clause.start : clause.end]):
                continue
            if self.verb.search(facts.text, clause.start, last):
                return self.trimmed(facts, clause.start, last, praise.end(), 0.7)
        if called := self.called(facts, clauses, praise):
            return called
        first = clauses[0]
        places = [*(sign.start for sign in facts.signs), *(day.start for day in facts.days)]
        told = any(first.start <= place < first.end for place in places)
        named = any(first.start <= m.start < first.end for m in facts.mentions)
        if named and not told and first.end <= praise.start():
            return self.trimmed(facts, first.start, first.end, praise.end(), 0.6)
        return None

    def apart(self, text: str, practice: Practice) -> Sequence[Practice]:
        """Return a practice, or those of its names in quotation marks that only words of listing join."""
        names = [match.span() for match in self.quoted.finditer(text, practice.start, practice.end)]
        gaps = [(end, start) for (_, end), (start, _) in itertools.pairwise(names)]
        if not gaps or not all(self.listing.fullmatch(text, *gap) for gap in gaps):
            return [practice]
        return [replace(practice, start=start, end=end) for start, end in names]

    def called(self, facts: Facts, clauses: Group, praise: re.Match[str]) -> Practice | None:
        """Return the practice that is called by a name of its own, next to its praise."""
        for clause in clauses:
            if self.not_named.search(facts.text[clause.start : clause.end]):
                continue
            start = self.behind_subject(facts, clause.start, clause.end)
            name = self.calling.match(facts.text, start, clause.end)
            if name and clause.start < praise.end() and praise.start() <= clause.end + 1:
                return self.trimmed(facts, start, name.end("name"), praise.end(), 0.65)
        return None

    def without_doers(self, facts: Facts, clauses: Group) -> Group:
        """Return clauses without a first one that only names, in quotation marks, who did what follows."""
        if len(clauses) < 2 or not self.doer.search(facts.text, clauses[0].start, clauses[0].end):
            return clauses
        return clauses[1:] if self.doing.match(facts.text, clauses[1].start) else clauses

    def led(self, text: str, clauses: Group, place: int) -> tuple[int, int]:
        """Return the clause behind words that lead up to a practice, or the one that says what was done."""
        behind = [clause for clause in clauses if place < clause.end]
        if len(behind) > 1 and self.instead.match(text, behind[1].start):
            return behind[1].start, behind[1].end
        if behind and behind[0].end - place < 2 and len(behind) > 1:
            return behind[1].start, behind[1].end
        return place, behind[0].end if behind else clauses[-1].end

    def trimmed(self, facts: Facts, start: int, end: int, praised: int, sure: float) -> Practice | None:
        """Return a practice without its subject in front and its praise behind."""
        start = self.behind_subject(facts, start, end)
        quoted = self.quoted.search(facts.text, start, end)
        stop = self.stop.search(facts.text, quoted.end() if quoted else start + 1, end)
        end = stop.start() if stop else end
        while end > start and facts.text[end - 1] in " ,:\n":
            end -= 1
        sentence = facts.clause(start).sentence
        return Practice(start, end, sentence, sure, praised) if end - start > 2 else None

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
