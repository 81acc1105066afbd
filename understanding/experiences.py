"""Practices that a message names and commends."""

import itertools
import re
from collections.abc import Iterator, Sequence

from understanding.clauses import by_sentence
from understanding.facts import Facts
from understanding.lexicon import Lexicon
from understanding.naming import Group, Naming, Practice
from understanding.outline import Part
from understanding.wording import SURE, Problem

FIRM = 0.85
"""How surely a problem is one that is told beside a practice and yet is none that it met."""
NEAR = 3
"""Sentences, with the one that praises, in which the practice is looked for."""
FAR = 6
"""The same for a practice with a name, when the praise speaks of it again."""

AHEAD = 6
"""Characters in front of a problem in which a word may say that it is one."""


class PracticeFinder:
    """Finds commended practices in the plain form of a text."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.naming = Naming(lexicon)
        self.commended = lexicon.pattern("commended")
        self.verb = lexicon.pattern("practice_verb")
        self.denied = lexicon.pattern("no_practice")
        self.quoted = lexicon.pattern("quoted")
        self.item = lexicon.pattern("item_start")
        self.heading = lexicon.pattern("commending_heading")
        self.doubted = lexicon.pattern("practice_doubted")
        self.solution = lexicon.pattern("resolver_clause")
        self.old_topic = lexicon.pattern("old_topic")
        self.settled = lexicon.pattern("matter_settled")
        self.problem_told = lexicon.pattern("problem_told")
        self.apart = lexicon.pattern("practice_apart")
        self.all = lexicon.pattern("all_commended")
        self.again = lexicon.pattern("practice_again")
        self.work_name = lexicon.pattern("work_name")
        self.counted = lexicon.pattern("counted_practices")
        self.follow = lexicon.pattern("practices_follow")

    def find(self, facts: Facts) -> Iterator[Practice]:
        """Yield practices: one for each sentence that commends or leads up to one that does."""
        groups = by_sentence(facts.clauses)
        taken = set[int]()
        for place, clauses in enumerate(groups):
            if place in taken or facts.outline.part(clauses[0].sentence) is Part.AGENDA:
                continue
            start, end = clauses[0].start, clauses[-1].end
            if facts.outline.heads(clauses[0].sentence, Part.PRACTICES):
                items = (
                    self.under(facts, groups, place) if self.heading.search(facts.text, start, end) else []
                )
            elif not (praise := self.praise(facts.text, start, end)):
                continue
            elif facts.text[start:end].endswith(":") or self.counts(facts.text, start, end):
                items = self.following(facts, groups, place)
            elif self.naming.follow.search(facts.text, start, end) and facts.text[start:end].endswith(";"):
                items = self.following(facts, groups, place - 1)
            else:
                items = self.listed(facts, groups, place, praise)
                again = any(near in taken for near, _ in items)
                items = [] if again else items or self.named(facts, groups, place, praise, taken)
            taken.update(near for near, _ in items)
            yield from (each for _, practice in items for each in self.naming.apart(facts.text, practice))

    def without_background(
        self, facts: Facts, problems: Sequence[Problem], practices: Sequence[Practice]
    ) -> list[Problem]:
        """Return the problems but those that a practice is told to have met, in one sentence with it."""
        return [
            p for p in problems if not any(self.is_background(facts, p, practice) for practice in practices)
        ]

    def is_background(self, facts: Facts, problem: Problem, practice: Practice) -> bool:
        """Tell whether a practice met a problem, or a stretch that seems one belongs to its telling."""
        if problem.sentence != practice.sentence or problem.confidence > FIRM:
            return False
        if practice.end <= problem.start:
            until = facts.clause(problem.start).until
            return problem.confidence < SURE or bool(self.commended.search(facts.text, problem.end, until))
        between = facts.text, problem.end, practice.start
        return problem.end <= practice.start and not (
            self.solution.search(*between) or (self.apart.search(*between) and self.is_told(facts, problem))
        )

    def is_told(self, facts: Facts, problem: Problem) -> bool:
        """Tell whether a problem is told as one, by the word in front of it or its own."""
        return self.problem_told.search(facts.text, max(0, problem.start - AHEAD), problem.end) is not None

    def counts(self, text: str, start: int, end: int) -> bool:
        """Tell whether a sentence ends with how many practices the items behind it name."""
        return any(match.end() == end for match in self.counted.finditer(text, start, end))

    def praise(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """Return the first praise of a stretch that nothing beside it takes back."""
        for match in self.commended.finditer(text, start, end):
            if self.doubted.search(text, start, end) or self.is_news(text, start, end):
                return None
            if not self.denied.search(text, max(start, match.start() - 8), match.end() + 2):
                return match
        return None

    def is_news(self, text: str, start: int, end: int) -> bool:
        """Tell whether a sentence speaks of what is on the books, and may praise how that was settled."""
        return any(news.search(text, start, end) for news in (self.old_topic, self.settled))

    def named(
        self, facts: Facts, groups: Sequence[Group], place: int, praise: re.Match[str], taken: set[int]
    ) -> list[tuple[int, Practice]]:
        """Return the practice that a sentence with praise names, or one before it, with its place."""
        own = groups[place][0].start
        again = self.again.search(facts.text, own, praise.end())
        quoted = [
            n for n in range(place - 1, max(-1, place - FAR), -1) if again and self.names(facts, groups[n])
        ]
        nearest = range(place, max(-1, place - NEAR), -1)
        first = [place] if again is None or self.quoted.search(facts.text, own, groups[place][-1].end) else []
        for near in (*first, *quoted[:1], *nearest):
            practice = None if near in taken else self.naming.practice(facts, groups[near], praise)
            if practice:
                return [(near, practice)]
        return []

    def names(self, facts: Facts, clauses: Group) -> bool:
        """Tell whether a sentence gives a practice a name in quotation marks, other than that of the work."""
        start, end = clauses[0].start, clauses[-1].end
        words = self.work_name.sub("", facts.text[start:end])
        return bool(self.quoted.search(words) and self.verb.search(words))

    def under(self, facts: Facts, groups: Sequence[Group], place: int) -> list[tuple[int, Practice]]:
        """Return the practices under a heading that commends them, with the places of their sentences."""
        below = itertools.takewhile(
            lambda near: facts.outline.part(groups[near][0].sentence) is Part.PRACTICES,
            range(place + 1, len(groups)),
        )
        found = [(near, self.naming.item_of(facts, groups[near], groups[place][-1].end)) for near in below]
        return [(near, practice) for near, practice in found if practice]

    def following(self, facts: Facts, groups: Sequence[Group], place: int) -> list[tuple[int, Practice]]:
        """Return the practices of the list that a sentence with praise announces."""
        below = itertools.takewhile(
            lambda near: self.in_list(facts, groups, near), range(place + 1, len(groups))
        )
        found = [(near, self.naming.item_of(facts, groups[near], groups[place][-1].end)) for near in below]
        return [(near, practice) for near, practice in found if practice]

    def listed(
        self, facts: Facts, groups: Sequence[Group], place: int, praise: re.Match[str]
    ) -> list[tuple[int, Practice]]:
        """Return the items of a list that is praised as a whole, with the places of their sentences."""
        opening = groups[place][0].start
        if not self.all.search(facts.text, max(opening, praise.start() - 8), praise.end()):
            return []
        last = place - 1 if place and self.in_list(facts, groups, place - 1) else place - 2
        block = list(itertools.takewhile(lambda n: self.in_list(facts, groups, n), range(last, -1, -1)))
        found = [(near, self.naming.item_of(facts, groups[near], praise.end())) for near in reversed(block)]
        items = [(near, practice) for near, practice in found if practice]
        return items if len(items) > 1 else []

    def in_list(self, facts: Facts, groups: Sequence[Group], place: int) -> bool:
        """Tell whether a sentence is an item of a list, by its number or by the pause before or behind it."""
        clauses = groups[place]
        if self.item.match(facts.text[clauses[0].start :].lstrip()[:6]):
            return True
        if facts.text[: clauses[0].start].rstrip().endswith(";"):
            return True
        return self.follow.search(facts.text, clauses[0].start, clauses[-1].end) is not None
