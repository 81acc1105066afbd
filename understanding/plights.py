"""How surely a clause tells of something that goes badly: by its words, or by what stands around it."""

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from understanding.clauses import START_OF, Clause
from understanding.evidence import Status
from understanding.facts import Facts
from understanding.lexicon import Lexicon

SOON = 3
"""Clauses behind a hint at a problem in which its solution is looked for."""
NEAR = 100
"""Characters in which these clauses are sought."""
LEAST = 6
"""Characters of the shortest clause that is a problem only because somebody is asked to mend it."""

BEYOND = 0.6
"""How surely words that only say that it is more than one can do tell of a problem."""
FEW = 8
"""Clauses of the longest message that may be nothing but a problem told."""
MANY = 30
"""Signs of a stretch that are looked at."""

PLAIN_SIGNS = ("weak_onsite", "contact")
"""Kinds of signs that may stand in the telling of a problem."""


class Plights:
    """Grades clauses, and tells which of them somebody is asked to mend."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.problem = lexicon.pattern("problem")
        self.strong = lexicon.pattern("strong_problem")
        self.firm = lexicon.pattern("firm_problem")
        self.beyond_us = lexicon.pattern("beyond_us")
        self.and_yet = lexicon.pattern("and_yet")
        self.plaint = lexicon.pattern("plaint")
        self.solution = lexicon.pattern("resolver_clause")
        self.offers = lexicon.pattern("offers")
        self.asks = lexicon.pattern("asks_somebody")
        self.excuse = lexicon.pattern("excuse")
        self.in_vain = lexicon.pattern("in_vain")
        self.recorded = lexicon.pattern("only_recorded")
        self.plain_telling = lexicon.pattern("plain_telling")
        self.lead = lexicon.pattern("issue_lead")
        self.query = lexicon.pattern("query")
        self.label = lexicon.pattern("label_of_solution")
        self.from_media = lexicon.pattern("from_media")

    def grade(self, words: str, *, firm: bool) -> float:
        """Return how surely words tell of a problem, 0 when nothing in them does."""
        if self.beyond_us.search(words):
            return BEYOND
        if firm and self.firm.search(words):
            return 0.9
        if self.strong.search(words):
            return 0.87 if self.and_yet.search(words) else 0.85
        if self.problem.search(words):
            return 0.7
        return 0.6 if self.plaint.search(words) else 0.0

    def hints(self, words: str) -> bool:
        """Tell whether anything in words tells of a problem."""
        return bool(self.problem.search(words) or self.plaint.search(words))

    def is_solution(self, facts: Facts, start: int, end: int) -> bool:
        """Tell whether a stretch speaks of who is to act or by when."""
        first = bisect_left(facts.deadlines, start, key=START_OF)
        dated = first < len(facts.deadlines) and facts.deadlines[first].start < end
        return dated or bool(self.solution.search(facts.text, start, end))

    def behind(self, facts: Facts, place: int) -> Iterator[Clause]:
        """Yield the next few clauses behind a place, up to the next county's."""
        first = bisect_left(facts.clauses, place, key=START_OF)
        yield from facts.clauses[first : first + SOON]

    def is_asked_near(self, facts: Facts, place: int) -> bool:
        """Tell whether somebody is asked for something not far behind a place."""
        return self.asks.search(facts.text, place, place + NEAR) is not None

    def is_offered(self, facts: Facts, place: int) -> bool:
        """Tell whether those in charge offer, in the same or the next sentence, to mend it at once."""
        until = facts.clause(place - 1).until
        until = facts.clause(until).until if until < len(facts.text) else until
        return self.offers.search(facts.text, place, until) is not None

    def is_solved_later(self, facts: Facts, place: int) -> bool:
        """Tell whether a clause behind a place speaks of a solution."""
        next_one = bisect_right(facts.clauses, place, key=START_OF)
        later = facts.clauses[next_one : next_one + 1]
        return bool(later) and self.solution.search(facts.text, later[0].start) is not None

    def is_solved_next(self, facts: Facts, place: int) -> bool:
        """Tell whether a clause that ends at a place is followed by who solves it or by when."""
        return any(self.is_solution(facts, clause.start, clause.end) for clause in self.behind(facts, place))

    def is_to_be_mended(self, facts: Facts, place: int) -> bool:
        """Tell whether somebody is next asked, or offers, to mend what is told up to a place."""
        for clause in self.behind(facts, place):
            if self.lead.match(facts.text, clause.start):
                return False
            asked = self.asks.search(facts.text, clause.start, clause.end)
            if asked:
                return not self.recorded.search(facts.text, asked.start(), clause.until)
            words = facts.text[clause.start : clause.end]
            if self.in_vain.search(words):
                return True
            if self.excuse.search(words):
                continue
            if self.lead.search(words) or self.hints(words) or self.acts(facts, clause.start, clause.end):
                return False
        return False

    def may_need_mending(self, facts: Facts, clause: Clause, *, led: bool) -> bool:
        """Tell whether a clause without any word of a problem may yet be one: no act of a liaison."""
        words = facts.text[clause.start : clause.end]
        named = any(m.start < clause.end for m in facts.mentions)
        if not named or len(words.strip()) < LEAST or self.plain_telling.search(words):
            return False
        if self.asks.search(words) or self.is_solution(facts, clause.start, clause.end):
            return False
        if facts.text.find(words.strip(" ,:;"), 0, clause.start) >= 0:
            return False
        return led or not self.acts(facts, clause.since, clause.until)

    def is_gossip(self, facts: Facts, clause: Clause) -> bool:
        """Tell whether a clause tells what was only seen on the net, and nobody is to mend it."""
        seen = self.from_media.search(facts.text, clause.start, clause.end)
        return seen is not None and not self.is_solved_next(facts, clause.end)

    def acts(self, facts: Facts, start: int, end: int) -> bool:
        """Tell whether a stretch tells of a contact that was made or is to be made."""
        first = bisect_left(facts.signs, start, key=START_OF)
        near = itertools.takewhile(lambda sign: sign.start < end, facts.signs[first : first + MANY])
        return any(sign.kind not in PLAIN_SIGNS for sign in near)

    def is_bare(self, facts: Facts, clause: Clause) -> bool:
        """Tell whether a message is short and tells of no contact, event or question besides a clause."""
        if len(facts.clauses) > FEW or self.query.search(facts.text):
            return False
        if self.plain_telling.search(facts.text, clause.since, clause.until):
            return False
        return not any(sign.kind not in PLAIN_SIGNS or sign.status is not Status.DONE for sign in facts.signs)
