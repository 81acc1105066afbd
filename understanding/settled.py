"""Which problems are none any more: those told earlier, those of the past and those that are done with."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from understanding.facts import Facts
from understanding.lexicon import Lexicon
from understanding.wording import Problem

TAIL = 3
"""Characters at the end of a problem that may name it as a matter spoken of."""


class Settled:
    """Tells whether what stands around a problem says that it is done with, or no new one."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.close_out = lexicon.pattern("close_out")
        self.dropped = lexicon.pattern("dropped")
        self.old_topic = lexicon.pattern("old_topic")
        self.topic = lexicon.pattern("topic_settled")
        self.past = lexicon.pattern("spoken_of_before")

    def spoken_of(self, facts: Facts) -> list[int]:
        """Return where the clauses begin that speak of what was told earlier, in order."""
        return [c.start for c in facts.clauses if self.past.match(facts.text[c.start : c.end])]

    def is_old(self, facts: Facts, problem: Problem, spoken: Sequence[int]) -> bool:
        """Tell whether the sentence of a problem speaks of what was told earlier, or of what is no longer.

        spoken: where clauses begin that speak of what was told earlier.
        """
        clause = facts.clause(problem.start)
        if self.old_topic.search(facts.text, clause.since, clause.until):
            return True
        if self.topic.search(facts.text, max(problem.start, problem.end - TAIL), clause.until):
            return True
        return bisect_right(spoken, problem.start) < bisect_left(spoken, clause.until)

    def is_closed(self, facts: Facts, problem: Problem) -> bool:
        """Tell whether the words behind a problem say that it is done with."""
        end = facts.clause(problem.start).until
        for _ in range(2):
            end = facts.clause(end).until if end < len(facts.text) else end
        behind = self.close_out.search(facts.text, problem.end, end)
        if behind is None:
            return False
        if any(problem.end <= due.start < behind.start() for due in facts.deadlines):
            return False
        other = any(problem.end <= m.start < behind.start() for m in facts.mentions)
        own = facts.clause(behind.start()).sentence == problem.sentence
        return not other and (own or self.dropped.search(facts.text, problem.end, end) is not None)
