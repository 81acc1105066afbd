"""Signs that a contact took place, with its channel; planned, failed and denied ones are told apart."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from campaign.vocabulary import Channel
from understanding.clauses import Clause, clause_at
from understanding.lexicon import Lexicon
from understanding.patterns import compiled

Stretches = Sequence[tuple[int, int]]

NEAR_BY = 8
"""Characters behind a deadline in which a contact is one that is planned by then."""

MEANT = 40
"""Characters before a contact in which words that only mean it are looked for."""

REMOTE = frozenset({"phone", "video", "contact", "other"})
"""Kinds of contacts that fail when nobody answers."""


class Status(StrEnum):
    """Whether what a sign speaks of took place, and with us."""

    DONE = "done"
    PLANNED = "planned"
    FAILED = "failed"
    DENIED = "denied"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Sign:
    """One word that shows a contact. kind: the lexicon's pattern; channel: None when no means is given."""

    start: int
    end: int
    kind: str
    channel: Channel | None
    status: Status


class SignFinder:
    """Finds signs of contacts in clauses."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        kinds = lexicon.words["channel_kinds"]
        self.any = compiled("|".join(f"(?P<{kind}>{lexicon.pattern(kind).pattern})" for kind in kinds))
        self.channels = {kind: Channel(name) for kind, name in lexicon.table("channels").items()}
        self.denied = lexicon.pattern("denied_before")
        self.intended = lexicon.pattern("intended")
        self.first = lexicon.pattern("first")
        self.fulfilled = lexicon.pattern("fulfilled")
        self.firm_intent = lexicon.pattern("firm_intent")
        self.inviting = lexicon.pattern("inviting")
        self.made_good = lexicon.pattern("made_good")
        self.undone = lexicon.pattern("missed")
        self.norm = lexicon.pattern("norm")
        self.perfected = lexicon.pattern("perfected")
        self.finished = lexicon.pattern("over")

    def find(
        self,
        text: str,
        clauses: Sequence[Clause],
        due: Stretches = (),
        named: Stretches = (),
        past: Stretches = (),
    ) -> list[Sign]:
        """Return all signs in order of place.

        due: stretches of deadlines, which plan no contact alone; named: where counties are named;
        past: where days are named that are over.
        """
        over = [start for start, _ in past]
        planned_in: int | None = None
        signs: list[Sign] = []
        for clause in clauses:
            words = text[clause.start : clause.end]
            if self.is_future(text, clause, due):
                planned_in = clause.sentence
            elif bisect_left(over, clause.start) < bisect_left(over, clause.end):
                planned_in = None
            if self.is_moved(text, clause):
                planned_in = clause.sentence
            elif self.lexicon.pattern("replaced").search(words):
                planned_in = None
            if self.lexicon.pattern("unsettled").search(text[clause.start : clause.until]):
                planned_in = clause.sentence
            status = self.clause_status(words, planned=planned_in == clause.sentence)
            if status is Status.FAILED and self.met_another(words, text[clause.end : clause.until]):
                status = Status.DONE
            if status is Status.FAILED and not self.reached_later(text, clause):
                last = max((start for start, _ in named if start < clause.end), default=0)
                first = min((start for start, _ in named), default=0)
                signs = [self.given_up(sign, clause, clauses, (first, last)) for sign in signs]
            signs.extend(self.in_clause(text, clause, status))
        return signs

    def is_moved(self, text: str, clause: Clause) -> bool:
        """Tell whether a sentence puts a contact off before a clause that does not say it took place."""
        moved = self.lexicon.pattern("moved").search(text, clause.since, clause.start)
        return moved is not None and not self.finished.search(text, clause.start, clause.until)

    def is_future(self, text: str, clause: Clause, due: Stretches) -> bool:
        """Tell whether a clause speaks of what is to come, by more than a deadline for somebody else."""
        first = "then_again" if clause.start > clause.since else None
        if first and self.first.search(text, clause.since, clause.start) is None:
            again = self.lexicon.pattern(first).search(text, clause.start - 1, clause.end)
            if again:
                return True
        for match in self.lexicon.pattern("future").finditer(text, clause.start, clause.end):
            if self.inviting.match(match[0]) and self.fulfilled.search(text, match.end(), clause.until):
                continue
            by = next((end for start, end in due if start <= match.start() < end), None)
            if by is None or self.any.search(text, by, min(clause.end, by + NEAR_BY)):
                return True
        return False

    def met_another(self, words: str, behind: str) -> bool:
        """Tell whether a clause only missed somebody, and the words behind it say that others were met."""
        missed = self.lexicon.pattern("person_missed").search(words)
        return missed is not None and bool(self.lexicon.pattern("met_another").search(behind))

    def reached_later(self, text: str, failed: Clause) -> bool:
        """Tell whether somebody answered after all, by the words behind a clause in its sentence."""
        behind = text[failed.end : failed.until]
        if not any(self.lexicon.pattern(name).search(behind) for name in ("reached", "replaced")):
            return False
        return not any(match.lastgroup in REMOTE for match in self.any.finditer(behind))

    def given_up(self, sign: Sign, failed: Clause, clauses: Sequence[Clause], named: tuple[int, int]) -> Sign:
        """Return a sign, failed when a clause behind it, of no other county, says nobody answered.

        named: where the first county is named, and the last one up to that clause.
        """
        own = clause_at(clauses, sign.start)
        if own is None or sign.kind not in REMOTE or sign.status is not Status.DONE:
            return sign
        if named[0] < own.end <= named[1]:
            return sign
        return replace(sign, status=Status.FAILED) if own.sentence == failed.sentence else sign

    def clause_status(self, words: str, *, planned: bool) -> Status:
        """Return what a clause says of the contact it speaks of."""
        if self.lexicon.pattern("called_off").search(words) and not self.made_good.search(words):
            return Status.PLANNED
        if self.lexicon.pattern("failed").search(words) and not self.lexicon.pattern("reached").search(words):
            return Status.FAILED
        return Status.PLANNED if planned else Status.DONE

    def in_clause(self, text: str, clause: Clause, status: Status) -> Iterator[Sign]:
        """Yield the signs of one clause."""
        rhetorical = self.lexicon.pattern("rhetorical").search(text, clause.start, clause.end)
        instead = self.made_up_for(text, clause, status)
        request = self.lexicon.pattern("request").search(text, clause.start, clause.end)
        others = self.lexicon.pattern("to_others").search(text, clause.start, clause.end)
        for match in self.any.finditer(text, clause.start, clause.end):
            kind = match.lastgroup or ""
            asked = bool(request and request.start() < match.start())
            other = others and others.re.search(text, others.start(), match.end())
            denied = (
                asked
                or bool(other)
                or self.is_denied(text[max(clause.start, match.start() - 6) : match.start()])
            )
            own = Status.DENIED if denied and not rhetorical and status is Status.DONE else status
            if instead is not None and match.start() >= instead and not asked:
                own = Status.DONE
            if own is Status.DONE and self.is_intended(text, clause, match):
                own = Status.PLANNED
            yield Sign(match.start(), match.end(), kind, self.channels.get(kind), own)

    def made_up_for(self, text: str, clause: Clause, status: Status) -> int | None:
        """Return from where a clause tells what took the place of a contact that did not come about."""
        if status is Status.DONE:
            return None
        undone = status is Status.FAILED or self.undone.search(text, clause.start, clause.end)
        instead = undone and self.lexicon.pattern("replaced").search(text, clause.start, clause.end)
        return instead.end() if instead else None

    def is_intended(self, text: str, clause: Clause, sign: re.Match[str]) -> bool:
        """Tell whether the words before a sign only mean it, and none behind it say that it was done."""
        if self.norm.match(text, sign.end(), clause.end):
            return True
        before = text[max(clause.start, sign.start() - MEANT) : sign.start()]
        if not self.intended.search(before):
            return False
        if self.firm_intent.search(before):
            return True
        instead = self.lexicon.pattern("replaced").finditer(text, clause.start, sign.end())
        if any(match.end() == sign.start() for match in instead):
            return False
        return not self.perfected.match(text, sign.end(), clause.end)

    def is_denied(self, before: str) -> bool:
        """Tell whether the few characters before a sign deny it."""
        return bool(self.denied.search(before))
