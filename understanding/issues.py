"""Where a message states problems: the shortest stretch for each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from understanding.clauses import Clause, by_sentence, clauses_in
from understanding.evidence import Status
from understanding.facts import Facts
from understanding.lexicon import Lexicon
from understanding.outline import Part
from understanding.plights import Plights
from understanding.wording import SURE, Problem, Wording, strongest

CERTAIN = 0.8
"""From where on the words of a problem are believed beside those of its solution."""
NUMBERED_IN = 200
"""Characters behind several problems in which they are spoken of by number."""
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
        self.lead = lexicon.pattern("issue_lead")
        self.firm_lead = lexicon.pattern("firm_issue_lead")
        self.undone = tuple(lexicon.pattern(name) for name in ("failed", "called_off"))
        self.telling = lexicon.pattern("telling_problem")
        self.item = lexicon.pattern("item_start")
        self.future = lexicon.pattern("future")
        self.close_out = lexicon.pattern("close_out")
        self.dropped = lexicon.pattern("dropped")
        self.excepted = lexicon.pattern("excepted")
        self.a_not_a = lexicon.pattern("a_not_a")
        self.called_off = lexicon.pattern("called_off")
        self.speech = lexicon.pattern("speech")
        self.goes_on = lexicon.pattern("goes_on")
        self.own_act = lexicon.pattern("own_act")
        self.refers_back = lexicon.pattern("refers_back")
        self.inquiry = lexicon.pattern("inquiry")
        self.bookkeeping = lexicon.pattern("bookkeeping")
        self.old_topic = lexicon.pattern("old_topic")
        self.past = lexicon.pattern("spoken_of_before")
        self.another = lexicon.pattern("another_problem")

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
        found = [p for p in found if not self.is_closed(facts, p) and not self.is_old(facts, p)]
        whole = [self.completed(facts, problem) for problem in found]
        return sorted(whole, key=attrgetter("start"))

    def beside(self, facts: Facts, found: Sequence[Problem]) -> list[Problem]:
        """Return the problems of the items of a list in which others state one by their words."""
        known = {problem.sentence for problem in found}
        groups = by_sentence(facts.clauses)
        items = [bool(self.item.match(facts.text[g[0].start : g[0].start + 6].lstrip())) for g in groups]
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

    def completed(self, facts: Facts, problem: Problem) -> Problem:
        """Return a problem with the clause before it when it only says what follows from that."""
        clause = facts.clause(problem.start)
        if problem.end - problem.start > SHORT or clause.start == clause.since:
            return problem
        before = facts.clause(clause.start - 1)
        if any(clause.start <= m.start < clause.end for m in facts.mentions):
            return problem
        begun = self.wording.trimmed(facts, clause.start, clause.end)[0] == problem.start
        words = facts.text[before.start : before.end]
        plain = self.plights.may_need_mending(facts, before, led=True) and not self.wording.is_denied(words)
        if not begun or not plain:
            return problem
        lead = self.last_lead(words)
        start = self.wording.trimmed(facts, before.start + (lead.end() if lead else 0), before.end)[0]
        return replace(problem, start=start)

    def is_old(self, facts: Facts, problem: Problem) -> bool:
        """Tell whether the sentence of a problem speaks of what was told earlier, or of what is no longer."""
        clause = facts.clause(problem.start)
        if self.old_topic.search(facts.text, clause.since, clause.until):
            return True
        near = clauses_in(facts.clauses, clause.since, clause.until)
        return any(self.past.match(facts.text[c.start : c.end]) and c.start > problem.start for c in near)

    def is_closed(self, facts: Facts, problem: Problem) -> bool:
        """Tell whether the words behind a problem say that it is done with."""
        ends = [c.end for c in facts.clauses if problem.sentence <= c.sentence <= problem.sentence + 2]
        behind = self.close_out.search(facts.text, problem.end, max(ends))
        if behind is None:
            return False
        other = any(problem.end <= m.start < behind.start() for m in facts.mentions)
        own = facts.clause(behind.start()).sentence == problem.sentence
        return not other and (own or self.dropped.search(facts.text, problem.end, max(ends)) is not None)

    def in_sentence(
        self, facts: Facts, clauses: Sequence[Clause], *, listed: bool, leading: bool
    ) -> Iterator[Problem]:
        """Yield the problems of one sentence; leading: words that lead up to one are in it."""
        group: list[Problem] = []
        before: int | None = None
        apart = self.is_told_by_number(facts, clauses)
        only = False
        led = firm = listed
        for clause in clauses:
            start, words = clause.start, facts.text[clause.start : clause.end]
            named = any(clause.start <= m.start < clause.end for m in facts.mentions)
            if leading and (lead := self.last_lead(words)):
                if named or self.firm_lead.search(lead[0]) or not group:
                    yield from strongest(group, apart=apart)
                    group = []
                start, led = start + lead.end(), True
                firm = bool(self.firm_lead.search(lead[0]))
            elif only and self.excepted.match(words):
                led = firm = True
            elif named or self.another.match(words):
                yield from strongest(group, apart=apart)
                group = []
            alone = not led and self.stands_alone(facts, clauses, clause)
            if alone and self.is_undone(facts, clause):
                continue
            if led or alone:
                if not firm and self.is_called_off(facts, clause):
                    continue
                group += self.problems_in(facts, start, clause, firm=firm, before=before)
            only = bool(self.wording.no_problem.search(words))
            before = start if led else None
            firm = firm and not group
        yield from strongest(group, apart=apart)

    def is_told_by_number(self, facts: Facts, clauses: Sequence[Clause]) -> bool:
        """Tell whether a sentence, no item of a list, tells several problems that are numbered afterwards."""
        since, until = clauses[0].since, clauses[0].until
        if (
            self.item.match(facts.text[since : since + 6].lstrip())
            or ";" in facts.text[max(0, since - 1) : until]
        ):
            return False
        return self.refers_back.search(facts.text, since, until + NUMBERED_IN) is not None

    def is_called_off(self, facts: Facts, clause: Clause) -> bool:
        """Tell whether the words behind a clause say that something is put off, and nobody is to mend it."""
        put_off = self.called_off.search(facts.text, clause.end, clause.until)
        return bool(put_off) and not self.plights.is_solved_next(facts, clause.end)

    def is_undone(self, facts: Facts, clause: Clause) -> bool:
        """Tell whether a clause speaks of a contact that did not come about, and nobody is to mend that."""
        undone = any(pattern.search(facts.text, clause.start, clause.end) for pattern in self.undone)
        return undone and not self.plights.is_solved_next(facts, clause.end)

    def problems_in(
        self, facts: Facts, start: int, clause: Clause, *, firm: bool, before: int | None
    ) -> Iterator[Problem]:
        """Yield the problem of a clause, joined to the clause before when it only goes on with it."""
        problem = self.problem_in(facts, start, clause, firm=firm)
        if problem and before is not None and self.goes_on.match(facts.text, problem.start):
            problem = replace(problem, start=self.wording.trimmed(facts, before, clause.start)[0])
        if problem:
            yield problem

    def stands_alone(self, facts: Facts, clauses: Sequence[Clause], clause: Clause) -> bool:
        """Tell whether a clause without a lead may state a problem: no act of a liaison, no plan."""
        words = facts.text[clause.start : clause.end]
        telling = bool(self.telling.search(words))
        hinted = telling or self.plights.hints(words)
        if not facts.mentions or not (hinted or self.plights.is_asked_near(facts, clause.end)):
            return False
        told_before = facts.text[clauses[0].start : clause.end]
        if any(pattern.search(told_before) for pattern in (self.speech, self.future)):
            return False
        if self.own_act.search(words) or self.is_public(facts, clause):
            return False
        if not hinted:
            may = self.plights.may_need_mending(facts, clause, led=False)
            return may and self.plights.is_to_be_mended(facts, clause.end)
        if telling:
            return self.is_no_act(facts, clauses, clause)
        return self.plights.is_solved_next(facts, clause.end) or self.plights.is_bare(facts, clause)

    def is_no_act(self, facts: Facts, clauses: Sequence[Clause], clause: Clause) -> bool:
        """Tell whether a sentence with telling words is no mere part of what a liaison did."""
        words = facts.text[clause.start : clause.end]
        since = max(clauses[0].start, facts.text.rfind(":", clauses[0].start, clause.start))
        done = (sign.start for sign in facts.signs if sign.status is Status.DONE)
        own = any(since <= start < clauses[-1].end for start in done)
        return (
            not own
            or bool(facts.deadlines)
            or self.plights.is_solved_later(facts, clauses[0].start)
            or self.opens_with_county(facts, clauses[0], words)
        )

    def is_public(self, facts: Facts, clause: Clause) -> bool:
        """Tell whether a clause asks something, tells it to everybody or speaks of the records themselves."""
        asks = self.inquiry.search(facts.text, clause.start, clause.until)
        if asks:
            return not self.plights.is_to_be_mended(facts, clause.end)
        kept = self.bookkeeping.search(facts.text, clause.start, clause.end)
        return bool(kept) and not self.plights.is_solved_next(facts, clause.end)

    def last_lead(self, words: str) -> re.Match[str] | None:
        """Return the last lead of a clause that has something before a quotation or its end."""
        last = None
        for match in self.lead.finditer(words):
            if words[match.end() : match.end() + 1] == "\u3011":
                continue
            if last is None or match.end() + LEAST <= len(words) or ":" in match[0]:
                last = match
        return last

    def opens_with_county(self, facts: Facts, first: Clause, words: str) -> bool:
        """Tell whether a sentence begins with a county and tells nothing but a problem of it."""
        begins = any(first.start <= m.start <= first.start + 1 for m in facts.mentions)
        own = facts.text[first.start : first.end] == words
        return begins and own and not any(first.start <= sign.start < first.end for sign in facts.signs)

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
        if grade < SURE and self.is_undone(facts, clause):
            return 0
        if self.plights.in_vain.search(whole):
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
