"""Words that somebody wrote over a section's own keep their figures right: these follow the section's."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

NUMBER = re.compile(r"\d+(?:\.\d+)?")
CLAUSE_END = re.compile("[\uff1a:\uff0c,\uff1b;\u3002\u3001\uff08\uff09()\n]")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the section's own words: what stands around it, and what it is by now if that is sure."""

    value: str
    before: str
    after: str
    now: str | None


def retold(words: str, then: Sequence[str], now: Sequence[str]) -> str:
    """Return words with the figures of today; `then`: the section's own lines when they were written.

    A number follows if it surely is one of the section's: the same number before the same word.
    """
    known = _known(then, now)

    def renewed(found: re.Match[str]) -> str:
        return _meant(found, known)[1] or found[0]

    return NUMBER.sub(renewed, words)


def astray(words: str, then: Sequence[str], now: Sequence[str]) -> tuple[str, ...]:
    """Return the numbers that seem to be the section's, and of which nobody knows what they are by now."""
    known = _known(then, now)
    judged = ((found[0], *_meant(found, known)) for found in NUMBER.finditer(words))
    return tuple(dict.fromkeys(value for value, seems, follows in judged if seems and not follows))


def _meant(found: re.Match[str], known: Sequence[Figure]) -> tuple[bool, str | None]:
    """Tell whether a number seems to be one of the section's, and what it is by now if that is sure."""
    before, after = _around(found)
    fits = [figure for figure in known if (figure.value, figure.after) == (found[0], after)]
    closer = [figure for figure in fits if figure.before == before]
    values = {figure.now for figure in closer or fits}
    return bool(fits), values.pop() if len(values) == 1 else None


def _known(then: Sequence[str], now: Sequence[str]) -> list[Figure]:
    """Return every number of a section's lines; clauses that read alike but for numbers are one another."""
    today = dict(_clauses(now))
    return [
        Figure(found[0], *_around(found), today[name][place] if name in today else None)
        for name, clause in _named(then)
        for place, found in enumerate(NUMBER.finditer(clause))
    ]


def _clauses(lines: Sequence[str]) -> Iterator[tuple[tuple[str, int], list[str]]]:
    for name, clause in _named(lines):
        yield name, NUMBER.findall(clause)


def _named(lines: Sequence[str]) -> Iterator[tuple[tuple[str, int], str]]:
    """Name each clause by its words without numbers, and how many such came before it."""
    seen: Counter[str] = Counter()
    for clause in CLAUSE_END.split("\n".join(lines)):
        words = NUMBER.sub("#", clause)
        yield (words, seen[words]), clause
        seen[words] += 1


def _around(found: re.Match[str]) -> tuple[str, str]:
    text = found.string
    return text[: found.start()].rstrip()[-2:], text[found.end() :].lstrip()[:1]
