"""Problems that are told as the members of one list: each stands for itself."""

import re
from collections.abc import Iterator
from dataclasses import replace

from understanding.clauses import Clause
from understanding.facts import Facts
from understanding.lexicon import Lexicon
from understanding.wording import SURE, Problem

NUMBERED_IN = 200
"""Characters behind several problems in which they are spoken of by number."""
LEAST = 3
"""Characters of the least that is told of one of them."""
BEFORE = 16
"""Characters before a list in which its members are counted."""


class ListedProblems:
    """Tells the problems of a list apart."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.refers_back = lexicon.pattern("refers_back")
        self.behind = lexicon.pattern("list_counted_behind")
        self.before = lexicon.pattern("list_counted_before")
        self.joint = lexicon.pattern("list_joint")
        self.mark = lexicon.pattern("list_mark")

    def apart(self, facts: Facts, problem: Problem, clause: Clause) -> Iterator[Problem]:
        """Yield a problem, or those listed in its words when they are counted, or told by number later."""
        if self.is_counted(facts, problem):
            parts = list(self.parts(facts, problem, self.joint))
        elif self.refers_back.search(facts.text, clause.end, clause.until + NUMBERED_IN):
            parts = list(self.parts(facts, problem, self.mark))
        else:
            parts = []
        if len(parts) > 1 and min(part.end - part.start for part in parts) >= LEAST:
            yield from parts
        else:
            yield problem

    def parts(self, facts: Facts, problem: Problem, joint: re.Pattern[str]) -> Iterator[Problem]:
        """Yield the members of a list, as sure as the whole and as one that stands for itself."""
        sure = max(SURE, problem.confidence)
        joints = [*joint.finditer(facts.text, problem.start, problem.end)]
        starts = [problem.start, *(found.end() for found in joints)]
        for start, end in zip(starts, [*(found.start() for found in joints), problem.end], strict=True):
            yield replace(problem, start=start, end=end, confidence=sure, listed=True)

    def is_counted(self, facts: Facts, problem: Problem) -> bool:
        """Tell whether the members of a list are counted, before or behind it."""
        if self.behind.match(facts.text, problem.end):
            return True
        ahead = facts.text[max(0, problem.start - BEFORE) : problem.start].rstrip(" :,")
        return self.before.search(ahead) is not None
