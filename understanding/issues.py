"""Where a message states problems: the shortest stretch for each."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from understanding.clauses import Clause, by_sentence
from understanding.evidence import REMOTE
from understanding.facts import Facts, between
from understanding.lexicon import Lexicon
from understanding.listed import NUMBERED_IN, ListedProblems
from understanding.outline import Part
from understanding.plights import Plights
from understanding.settled import Settled
from understanding.standing import Standing
from understanding.wording import CERTAIN, SURE, Problem, Wording, strongest

LEAST = 4
"""Characters of the least that is told behind words that lead up to a problem."""
SHORT = 7
"""Characters of a problem that may only say what follows from the words before it."""

ELSEWHERE = (Part.PRACTICES, Part.SOLUTIONS, Part.AGENDA)
"""Parts of a report in which no problems are told."""


class ProblemFinder:
    """Finds problems in the plain form of a text."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.wording = Wording(lexicon)
        self.plights = Plights(lexicon)
        self.standing = Standing(lexicon, self.plights)
        self.settled = Settled(lexicon)
        self.lists = ListedProblems(lexicon)
        self.lead = lexicon.pattern("issue_lead")
        self.firm_lead = lexicon.pattern("firm_issue_lead")
        self.item = lexicon.pattern("item_start")
        self.excepted = lexicon.pattern("excepted")
        self.a_not_a = lexicon.pattern("a_not_a")
        self.goes_on = lexicon.pattern("goes_on")
        self.own_act = lexicon.pattern("own_act")
        self.refers_back = lexicon.pattern("refers_back")
        self.another = lexicon.pattern("another_problem")
        self.visit = lexicon.pattern("visit_told")
        self.only_count = lexicon.pattern("only_count")

    def find(self, facts: Facts) -> list[Problem]:
        """Return all problems in order of place, at most one for each lead or county of a sentence."""
        found: list[Problem] = []
        listing = paused = False
        for clauses in by_sentence(facts.clauses):
            part = facts.outline.part(clauses[0].sentence)
            if clauses[0].sentence in facts.outline.headings or part in ELSEWHERE:
                continue
            words = facts.text[clauses[0].start : clauses[-1].end]
            item = bool(self.item.match(words.lstrip()))
            listed = part is Part.PROBLEMS or (listing and (item or paused))
            leads = self.last_lead(words)
            more = list(self.in_sentence(facts, clauses, listed=listed, leading=leads is not None))
            found += more
            firm = leads and (
                self.firm_lead.search(leads[0]) or ":" in words[leads.end() - 1 : leads.end() + 1]
            )
            announced = firm and (not more or words.endswith(";"))
            listing = listed or bool(announced and not self.wording.is_denied(words))
            paused = words.endswith(";")
        found += self.beside(facts, found)
        spoken = self.settled.spoken_of(facts) if found else []
        found = [
            p
            for p in found
            if not self.settled.is_closed(facts, p) and not self.settled.is_old(facts, p, spoken)
        ]
        ends = sorted(problem.end for problem in found)
        whole = [self.completed(facts, problem, ends) for problem in found]
        return sorted(whole, key=attrgetter("start"))

    def beside(self, facts: Facts, found: Sequence[Problem]) -> list[Problem]:
        """Return the problems of the items of a list in which others state one by their words."""
        if not found:
            return []
        known = {problem.sentence for problem in found}
        groups = by_sentence(facts.clauses)
        numbered = ";" in facts.text and self.refers_back.search(facts.text) is not None
        items = [self.is_item(facts, group[0], parallel=numbered) for group in groups]
        more: list[Problem] = []
        for place, clauses in enumerate(groups):
            number = clauses[0].sentence
            label = facts.text[clauses[0].start : clauses[0].end].endswith(":")
            if not items[place] or number in known or number in facts.outline.headings or label:
                continue
            if facts.outline.part(number) in ELSEWHERE:
                continue
            near = [n for n in (place - 1, place + 1) if 0 <= n < len(groups) and items[n]]
            words = facts.text[clauses[0].start : clauses[-1].end]
            acts = self.plights.acts(facts, clauses[0].start, clauses[-1].end) and not self.plights.hints(
                words
            )
            if not acts and any(groups[n][0].sentence in known for n in near):
                more += self.in_sentence(facts, clauses, listed=True, leading=True)
        return more

    def is_item(self, facts: Facts, first: Clause, *, parallel: bool) -> bool:
        """Tell whether a sentence is an item of a list; parallel: a pause before or behind it will do."""
        if self.item.match(facts.text[first.start : first.start + 6].lstrip()):
            return True
        return parallel and ";" in facts.text[max(0, first.since - 1) : first.until]

    def completed(self, facts: Facts, problem: Problem, ends: Sequence[int]) -> Problem:
        """Return a problem with the clause before it when it only says what follows from that.

        ends: where other problems end, in order, which are not taken into it.
        """
        clause = facts.clause(problem.start)
        if problem.end - problem.start > SHORT or clause.start == clause.since:
            return problem
        before = facts.clause(clause.start - 1)
        named = facts.names(clause.start, clause.end)
        named = named or any(s.kind in REMOTE for s in between(facts.signs, before.start, before.end))
        named = named or self.is_visit(facts, before)
        named = named or self.only_count.search(facts.text[before.start : before.end]) is not None
        if named or bisect_right(ends, before.start) < bisect_right(ends, before.end):
            return problem
        begun = self.wording.trimmed(facts, clause.start, clause.end)[0] == problem.start
        words = facts.text[before.start : before.end]
        plain = self.plights.may_need_mending(facts, before, led=True) and not self.wording.is_denied(words)
        if not begun or not plain:
            return problem
        lead = self.last_lead(words)
        start = self.wording.trimmed(facts, before.start + (lead.end() if lead else 0), before.end)[0]
        return replace(problem, start=start)

    def is_visit(self, facts: Facts, clause: Clause) -> bool:
        """Tell whether a clause says when somebody was in a county, and so states no problem."""
        past = any(clause.start <= d.start < clause.end and d.value <= facts.today for d in facts.days)
        return past and self.visit.search(facts.text, clause.start, clause.end) is not None

    def in_sentence(
        self, facts: Facts, clauses: Sequence[Clause], *, listed: bool, leading: bool
    ) -> Iterator[Problem]:
        """Yield the problems of one sentence; leading: words that lead up to one are in it."""
        group: list[Problem] = []
        before: int | None = None
        behind = ""
        led = firm = listed
        for clause in clauses:
            start, words = clause.start, facts.text[clause.start : clause.end]
            named = facts.names(clause.start, clause.end)
            if leading and (lead := self.last_lead(words)):
                if named or self.firm_lead.search(lead[0]) or not group:
                    yield from self.told(facts, clauses, group)
                    group = []
                start, led = start + lead.end(), True
                firm = bool(self.firm_lead.search(lead[0]))
            elif self.excepted.match(words) and self.wording.no_problem.search(behind):
                led = firm = True
            elif named or self.another.match(words):
                yield from self.told(facts, clauses, group)
                group = []
            alone = not led and self.standing.stands_alone(facts, clauses, clause)
            if alone and self.standing.is_undone(facts, clause):
                continue
            if led or alone:
                if not firm and self.standing.is_called_off(facts, clause):
                    continue
                group += self.problems_in(facts, start, clause, firm=firm, before=before)
            behind = words
            before = start if led else None
            firm = firm and not group
        yield from self.told(facts, clauses, group)

    def told(self, facts: Facts, clauses: Sequence[Clause], group: Sequence[Problem]) -> Sequence[Problem]:
        """Return the problems that a group of clauses tells: one, or several that are told by number."""
        listed = any(problem.listed for problem in group)
        apart = len(group) > 1 and (listed or self.is_told_by_number(facts, clauses))
        return strongest(group, apart=apart)

    def is_told_by_number(self, facts: Facts, clauses: Sequence[Clause]) -> bool:
        """Tell whether a sentence, no item of a list, tells several problems that are numbered afterwards."""
        since, until = clauses[0].since, clauses[0].until
        if (
            self.item.match(facts.text[since : since + 6].lstrip())
            or ";" in facts.text[max(0, since - 1) : until]
        ):
            return False
        return self.refers_back.search(facts.text, since, until + NUMBERED_IN) is not None

    def problems_in(
        self, facts: Facts, start: int, clause: Clause, *, firm: bool, before: int | None
    ) -> Iterator[Problem]:
        """Yield the problem of a clause, joined to the clause before when it only goes on with it."""
        problem = self.problem_in(facts, start, clause, firm=firm)
        if problem and before is not None and self.goes_on.match(facts.text, problem.start):
            problem = replace(problem, start=self.wording.trimmed(facts, before, clause.start)[0])
        if problem:
            yield from self.lists.apart(facts, problem, clause)

    def last_lead(self, words: str) -> re.Match[str] | None:
        """Return the last lead of a clause that has something before a quotation or its end."""
        last = None
        for match in self.lead.finditer(words):
            if words[match.end() : match.end() + 1] == "\u3011":
                continue
            if last is None or match.end() + LEAST <= len(words) or ":" in match[0]:
                last = match
        return last

    def problem_in(self, facts: Facts, start: int, clause: Clause, *, firm: bool) -> Problem | None:
        """Return the problem that a clause states from a place on."""
        start, end = self.wording.trimmed(facts, start, clause.end)
        words = self.a_not_a.sub("", facts.masked[start:end])
        sure = self.confidence(facts, start, clause, words, firm=firm)
        whole = facts.text[clause.start : clause.end]
        if not sure or self.wording.is_none(words, whole) or facts.text[end : end + 1] == "?":
            return None
        return Problem(start, end, clause.sentence, sure)

    def confidence(self, facts: Facts, start: int, clause: Clause, words: str, *, firm: bool) -> float:
        """Return how surely the words of a clause state a problem, 0 when they do not."""
        whole = facts.text[clause.start : clause.end]
        grade = self.plights.grade(words, firm=firm and start > clause.start)
        if grade < SURE and self.standing.is_undone(facts, clause):
            return 0
        if self.plights.in_vain.search(whole) or self.plights.is_gossip(facts, clause):
            return 0
        if self.refers_back.search(whole) and not self.item.match(whole.lstrip()):
            return 0
        solution = self.plights.is_solution(facts, start, clause.end)
        if grade < CERTAIN and (solution or self.plights.label.search(whole)):
            return 0
        if grade or (firm and not self.own_act.search(words)):
            return grade or 0.5
        mended = self.plights.may_need_mending(facts, clause, led=True)
        return 0.45 if mended and self.plights.is_to_be_mended(facts, clause.end) else 0
