"""How a text falls into sentences, enumerated items and clauses."""

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from understanding.lexicon import Lexicon

START_OF, END_OF, SENTENCE_OF = attrgetter("start"), attrgetter("end"), attrgetter("sentence")

LONGEST = 26
"""Characters above which words without a pause are taken to be several spoken clauses."""

SHORTEST = 4
"""Characters of the shortest spoken clause."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of the plain text; clauses of one sentence or enumerated item share its number.

    since, until: where its sentence begins and ends.
    """

    start: int
    end: int
    sentence: int
    since: int
    until: int


def sentences(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield the stretches between sentence ends; an enumerator begins a sentence of its own."""
    cuts = {0, len(text)}
    cuts.update(match.end() for match in lexicon.pattern("sentence_end").finditer(text))
    cuts.update(match.start() for match in lexicon.pattern("enumerator").finditer(text))
    places = sorted(cuts)
    for start, end in itertools.pairwise(places):
        if text[start:end].strip():
            yield start, end


def split(text: str, lexicon: Lexicon) -> list[Clause]:
    """Return all clauses in order; together with the pauses between them they make up the text."""
    clauses: list[Clause] = []
    for number, (start, end) in enumerate(sentences(text, lexicon)):
        place = start
        for match in lexicon.pattern("pause").finditer(text, start, end):
            if text[place : match.start()].strip():
                clauses += spoken(text, Clause(place, match.end(), number, start, end), lexicon)
                place = match.end()
        if text[place:end].strip():
            clauses += spoken(text, Clause(place, end, number, start, end), lexicon)
    return clauses


def spoken(text: str, clause: Clause, lexicon: Lexicon) -> Iterator[Clause]:
    """Yield a clause, cut at the words that begin another one when it is too long to be one."""
    start = clause.start
    if clause.end - start > LONGEST:
        for match in lexicon.pattern("seam").finditer(text, start, clause.end):
            if match.start() - start >= SHORTEST and clause.end - match.start() >= SHORTEST:
                yield replace(clause, start=start, end=match.start())
                start = match.start()
    yield replace(clause, start=start)


def clause_at(clauses: Sequence[Clause], place: int) -> Clause | None:
    """Return the clause that holds a place, the last one for a place behind the text."""
    if not clauses:
        return None
    return clauses[min(bisect_right(clauses, place, key=END_OF), len(clauses) - 1)]


def clauses_in(clauses: Sequence[Clause], start: int, end: int) -> Sequence[Clause]:
    """Return the clauses that touch a stretch."""
    first = bisect_right(clauses, start, key=END_OF)
    return clauses[first : bisect_left(clauses, end, key=START_OF)]


def by_sentence(clauses: Iterable[Clause]) -> list[list[Clause]]:
    """Return the clauses of each sentence."""
    return [list(group) for _, group in itertools.groupby(clauses, key=SENTENCE_OF)]
