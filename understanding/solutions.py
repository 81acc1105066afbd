"""What a message says of solving its problems, given to the problem each of it is about."""

import itertools
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from campaign.vocabulary import Resolver
from understanding.clauses import START_OF, Clause
from understanding.dates import Day
from understanding.facts import Facts, between, touches
from understanding.lexicon import Lexicon
from understanding.outline import Part
from understanding.ownership import Named, Owner
from understanding.resolvers import ResolverReader
from understanding.wording import Problem

BRIEF = 8
"""Characters beside a day that say no more than that it is to be done by then."""

DATE_ALONE = 3
"""Characters beside a day in a clause that is nothing but the day."""

OPENING = 12
"""Characters of a solution's beginning in which it says by number which problems it is for."""

Told = tuple[Resolver, int, int]
"""A resolver's class and the stretch that tells it."""


@dataclass(frozen=True, slots=True)
class Solved:
    """A problem with its deadline and its resolver (class, start, end), each None when not said."""

    problem: Problem
    named: Named
    due: Day | None = None
    resolver: Told | None = None


class SolutionReader:
    """Reads who is to solve each problem, and by when."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.resolvers = ResolverReader(lexicon)
        self.ordinals = lexicon.table("ordinals")

    def read(
        self,
        facts: Facts,
        problems: Sequence[Problem],
        owner: Owner,
        practices: Sequence[tuple[int, int]] = (),
    ) -> tuple[list[Solved], list[tuple[int, int]]]:
        """Return each county's problems with their solutions, and the stretches that speak of them only.

        practices: stretches that name practices, which solve no problem.
        """
        solved = [Solved(p, named) for p in problems for named in owner.of(p.start, p.end)]
        zones = [(problem.start, problem.until) for problem in problems]
        for clause in facts.clauses:
            if (
                not problems
                or clause.end <= problems[0].start
                or touches(clause.start, clause.end, practices)
            ):
                continue
            if stretch := self.solution(facts, clause, problems):
                zones.append(stretch)
                self.give(facts, stretch, clause, solved)
        return solved, zones

    def solution(self, facts: Facts, clause: Clause, problems: Sequence[Problem]) -> tuple[int, int] | None:
        """Return the part of a clause that speaks of a solution."""
        first = bisect_left(problems, clause.start, key=START_OF)
        last = bisect_left(problems, clause.end, key=START_OF)
        ends = [problem.end for problem in problems[first:last]]
        ends += [p.told for p in problems[:last] if clause.start < p.told]
        heard = self.lexicon.pattern("heard").search(facts.text, clause.start, clause.end)
        start = max([*ends, *([heard.end()] if heard else [])], default=clause.start)
        if start >= clause.end:
            return None
        words = facts.text[start : clause.end]
        if self.speaks_of_solution(words) or self.acts(facts, start, clause.end):
            return start, clause.end
        dated = any(self.is_due(facts.text, day, start, clause) for day in facts.deadlines)
        return (start, clause.end) if dated else None

    def is_due(self, text: str, day: Day, start: int, clause: Clause) -> bool:
        """Tell whether a day is one by which something is to be done, and not only told of."""
        if not start <= day.start < clause.end:
            return False
        by = self.lexicon.pattern("surely_due").search(text, day.start, day.end)
        return bool(by) or day.kind == "month_day_done" or clause.end - start - (day.end - day.start) <= BRIEF

    def speaks_of_solution(self, words: str) -> bool:
        """Tell whether words ask, offer or number a solution."""
        names = ("resolver_clause", "refers_nth", "taken_to_party")
        return any(self.lexicon.pattern(name).search(words) for name in names)

    def acts(self, facts: Facts, start: int, end: int) -> bool:
        """Tell whether a stretch behind a problem names who acts, neither reporting nor being visited."""
        near = between(facts.signs, start, end)
        visited = any(sign.kind not in ("weak_onsite", "contact") for sign in near)
        item = self.lexicon.pattern("item_start").match(facts.text[start:end].lstrip())
        if item or visited or self.lexicon.pattern("reporting").search(facts.text, start, end):
            return False
        return bool(self.lexicon.pattern("acting").search(facts.text, start, end))

    def give(self, facts: Facts, stretch: tuple[int, int], clause: Clause, solved: list[Solved]) -> None:
        """Give a stretch's deadline and resolver to the problems it is about."""
        start, end = stretch
        due = next(iter(between(facts.deadlines, start, end)), None)
        resolver = self.resolvers.read(facts.text, start, end, facts.mentions, theirs=self.is_theirs(facts))
        spoken = self.speaks_of_solution(facts.text[start:end])
        for place in self.about(facts, stretch, clause, solved):
            old = solved[place]
            asked = old.due is None and self.resolvers.asked.search(facts.text, start, end) is not None
            passed_on = spoken and is_passed_on(old.resolver, resolver, asked=asked)
            better = resolver if passed_on else old.resolver or resolver
            solved[place] = replace(old, due=old.due or due, resolver=better)

    def is_theirs(self, facts: Facts) -> bool:
        """Tell whether the message passes on a paper of a county's union."""
        return self.lexicon.pattern("paper_of_county").search(facts.text) is not None

    def about(
        self, facts: Facts, stretch: tuple[int, int], clause: Clause, solved: Sequence[Solved]
    ) -> Sequence[int]:
        """Return the places in the list of the problems that a stretch is about."""
        before = [i for i, s in enumerate(solved) if s.problem.end <= stretch[0]]
        words = facts.text[slice(*stretch)]
        sentence = facts.text[clause.since : clause.until]
        if self.lexicon.pattern("refers_each").search(words) or self.dates_each(facts, stretch, clause):
            return before
        problems = [solved[i].problem for i in before]
        chosen = self.pointed_at(facts, stretch, solved, before)
        by_number = not chosen or self.nth(words)
        if by_number and (meant := self.numbered(facts, stretch, clause, problems)):
            return [i for i in before if solved[i].problem in meant]
        if chosen:
            return chosen
        if len(before) > 1 and (self.lexicon.pattern("refers_each").search(sentence) or self.shared(solved)):
            own = [i for i in before if solved[i].problem.sentence == clause.sentence]
            return told_of_last(own, solved) or before
        return told_of_last(before, solved)

    def dates_each(self, facts: Facts, stretch: tuple[int, int], clause: Clause) -> bool:
        """Tell whether a stretch only says by when, right behind a clause that speaks of each problem."""
        dated = sum(d.end - d.start for d in between(facts.deadlines, *stretch))
        if not dated or clause.start == clause.since or stretch[1] - stretch[0] - dated > DATE_ALONE:
            return False
        before = facts.clause(clause.start - 1)
        return self.lexicon.pattern("refers_each").search(facts.text, before.start, before.end) is not None

    def pointed_at(
        self, facts: Facts, stretch: tuple[int, int], solved: Sequence[Solved], before: Sequence[int]
    ) -> list[int]:
        """Return the problems of the county that a stretch names, or those whose words it takes up."""
        keys = {key for m in between(facts.mentions, *stretch) for key in m.counties}
        own = [i for i in before if solved[i].named[0] in keys]
        if own and len(own) < len(before):
            return own
        last = solved[before[-1]].problem.sentence if before else -1
        clause = facts.clause(stretch[0])
        if clause.sentence == last and not self.lexicon.pattern("matter_named").search(facts.text, *stretch):
            return []
        each = self.lexicon.pattern("refers_each").search(facts.text, clause.since, clause.until)
        for since in (stretch[0], stretch[0] if each else clause.since):
            words = self.lexicon.pattern("acting").sub("", facts.text[since : stretch[1]])
            alike = [i for i in before if takes_up(words, words_of(facts, solved[i].problem))]
            if alike and len(alike) < len(before):
                return alike
        words = self.lexicon.pattern("acting").sub("", facts.text[slice(*stretch)])
        alike = [i for i in before if takes_up(words, sentence_of(facts, solved[i].problem))]
        return alike if len(alike) < len(before) else []

    def shared(self, solved: Sequence[Solved]) -> bool:
        """Tell whether several problems are one stretch told of several counties."""
        return len({(s.problem.start, s.problem.end) for s in solved}) < len(solved)

    def numbered(
        self, facts: Facts, stretch: tuple[int, int], clause: Clause, before: Sequence[Problem]
    ) -> list[Problem]:
        """Return the problems that a stretch, or its sentence before it, means by number.

        before: those told before it, in order; one of several counties stands there several times.
        """
        own = bool(before) and clause.since <= before[-1].start
        since = stretch[0] if own else clause.since
        if facts.outline.part(clause.sentence) is Part.SOLUTIONS and clause.sentence in facts.outline.items:
            opening = self.nth(facts.text[clause.since : clause.since + OPENING])
            meant = opening or [facts.outline.items[clause.sentence]]
        else:
            meant = self.nth(facts.text[since : stretch[1]])
        if not meant:
            return []
        problems = list(dict.fromkeys(before))
        listed = {facts.outline.items.get(p.sentence): i for i, p in enumerate(problems)}
        places = [listed.get(n, n) for n in meant]
        return [problems[place] for place in places if -len(problems) <= place < len(problems)]

    def nth(self, words: str) -> list[int]:
        """Return which problems of the list words like "the second" mean, the last of such words."""
        matches = list(self.lexicon.pattern("refers_nth").finditer(words))
        if not matches:
            return []
        match = matches[-1]
        if match["former"] or match["latter"]:
            return [0 if match["former"] else -1]
        if several := match["firsts"] or match["lasts"]:
            count = int(self.ordinals[several]) + 1
            return list(range(count)) if match["firsts"] else list(range(-count, 0))
        numbers = match["n"] or match["c"] or match["digit"]
        return [int(self.ordinals[c]) for c in numbers if c in self.ordinals]


def words_of(facts: Facts, problem: Problem) -> str:
    """Return the words of a problem."""
    return facts.text[problem.start : problem.end]


def sentence_of(facts: Facts, problem: Problem) -> str:
    """Return the words of a problem's sentence up to its end."""
    return facts.text[facts.clause(problem.start).since : problem.end]


def takes_up(words: str, problem: str) -> bool:
    """Tell whether two characters in a row of a problem stand in the words as well."""
    return any(problem[i : i + 2] in words for i in range(len(problem) - 1) if problem[i : i + 2].isalpha())


def told_of_last(places: Sequence[int], solved: Sequence[Solved]) -> list[int]:
    """Return the places of the last problem, one for each county that has it."""
    same = itertools.takewhile(lambda i: solved[i].problem == solved[places[-1]].problem, reversed(places))
    return [*same][::-1]


def is_passed_on(old: Told | None, new: Told | None, *, asked: bool) -> bool:
    """Tell whether the county union is to take a problem to the party or government, or asks us to do it."""
    if old is None or new is None:
        return False
    further = new[0] is Resolver.PARTY_GOVERNMENT or (asked and new[0] is Resolver.UNION_RESOURCES)
    return old[0] is Resolver.COUNTY_ITSELF and further
