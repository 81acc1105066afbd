"""Whether a clause states a problem by itself, without words that lead up to one."""

from collections.abc import Sequence

from understanding.clauses import Clause
from understanding.evidence import Status
from understanding.facts import Facts
from understanding.lexicon import Lexicon
from understanding.plights import Plights


class Standing:
    """Tells problems that stand alone from what a liaison did, plans, asks or keeps."""

    def __init__(self, lexicon: Lexicon, plights: Plights) -> None:
        self.plights = plights
        self.undone = tuple(lexicon.pattern(name) for name in ("failed", "called_off"))
        self.not_undone = lexicon.pattern("not_undone")
        self.called_off = lexicon.pattern("called_off")
        self.lacking = lexicon.pattern("lacking_so_many")
        self.telling = lexicon.pattern("telling_problem")
        self.future = lexicon.pattern("future")
        self.speech = lexicon.pattern("speech")
        self.own_act = lexicon.pattern("own_act")
        self.inquiry = lexicon.pattern("inquiry")
        self.everyday = lexicon.pattern("everyday")
        self.of_oneself = lexicon.pattern("of_oneself")
        self.resent = lexicon.pattern("resent")
        self.bookkeeping = lexicon.pattern("bookkeeping")

    def stands_alone(self, facts: Facts, clauses: Sequence[Clause], clause: Clause) -> bool:
        """Tell whether a clause without a lead may state a problem: no act of a liaison, no plan."""
        words = facts.text[clause.start : clause.end]
        if not facts.mentions or self.own_act.search(words):
            return False
        telling = bool(self.telling.search(words))
        hinted = telling or self.plights.hints(words)
        asked = hinted or self.plights.is_asked_near(facts, clause.end)
        if not asked or self.is_other(facts, clauses, clause):
            return False
        if not hinted:
            may = self.plights.may_need_mending(facts, clause, led=False)
            return may and self.plights.is_to_be_mended(facts, clause.end)
        if self.plights.is_solved_next(facts, clause.end):
            return not telling or self.is_no_act(facts, clauses, clause)
        if self.everyday.search(facts.text, clause.since, clause.until) or self.of_oneself.search(words):
            return False
        return self.is_no_act(facts, clauses, clause) if telling else self.plights.is_bare(facts, clause)

    def is_other(self, facts: Facts, clauses: Sequence[Clause], clause: Clause) -> bool:
        """Tell whether a clause stands in a speech or a plan, asks something or speaks of the records."""
        told_before = facts.text[clauses[0].start : clause.end]
        spoken = any(pattern.search(told_before) for pattern in (self.speech, self.future))
        return spoken or self.is_public(facts, clause)

    def is_no_act(self, facts: Facts, clauses: Sequence[Clause], clause: Clause) -> bool:
        """Tell whether a sentence with telling words is no mere part of what a liaison did."""
        words = facts.text[clause.start : clause.end]
        since = max(clauses[0].start, facts.text.rfind(":", clauses[0].start, clause.start))
        done = (sign.start for sign in facts.signs if sign.status is Status.DONE)
        own = any(since <= start < clauses[-1].end for start in done)
        return (
            not own
            or bool(facts.deadlines)
            or self.plights.in_vain.search(facts.text, clause.end, clause.until) is not None
            or self.plights.is_solved_later(facts, clauses[0].start)
            or self.plights.is_offered(facts, clause.end)
            or self.opens_with_county(facts, clauses[0], words)
            or self.lacks_something(facts, clause)
        )

    def lacks_something(self, facts: Facts, clause: Clause) -> bool:
        """Tell whether a clause without any act says that so many of something are lacking there."""
        acts = any(clause.start <= sign.start < clause.end for sign in facts.signs)
        return not acts and self.lacking.search(facts.text, clause.start, clause.end) is not None

    def is_public(self, facts: Facts, clause: Clause) -> bool:
        """Tell whether a clause asks something, tells it to everybody or speaks of the records themselves."""
        if self.resent.search(facts.text, clause.since, clause.until):
            return True
        asks = self.inquiry.search(facts.text, clause.start, clause.until)
        if asks:
            return not self.plights.is_to_be_mended(facts, clause.end)
        kept = self.bookkeeping.search(facts.text, clause.start, clause.end)
        return bool(kept) and not self.plights.is_solved_next(facts, clause.end)

    def opens_with_county(self, facts: Facts, first: Clause, words: str) -> bool:
        """Tell whether a sentence begins with a county and tells nothing but a problem of it."""
        begins = any(first.start <= m.start <= first.start + 1 for m in facts.mentions)
        own = facts.text[first.start : first.end] == words
        return begins and own and not any(first.start <= sign.start < first.end for sign in facts.signs)

    def is_called_off(self, facts: Facts, clause: Clause) -> bool:
        """Tell whether the words behind a clause say that something is put off, and nobody is to mend it."""
        put_off = self.called_off.search(facts.text, clause.end, clause.until)
        return bool(put_off) and not self.plights.is_solved_next(facts, clause.end)

    def is_undone(self, facts: Facts, clause: Clause) -> bool:
        """Tell whether a clause speaks of a contact that did not come about, and nobody is to mend that."""
        if self.not_undone.search(facts.text, clause.start, clause.end):
            return False
        undone = any(pattern.search(facts.text, clause.start, clause.end) for pattern in self.undone)
        return undone and not self.plights.is_solved_next(facts, clause.end)
