"""How the words of a problem are bounded, and which words state none."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from understanding.facts import Facts, between
from understanding.lexicon import Lexicon

SHORTEST = 4
"""Characters of the shortest problem that is believed without a word of lack in it."""
SURE = 0.7
"""From where on the words of a problem tell of one by themselves."""
CERTAIN = 0.8
"""From where on they are believed beside those of its solution."""
WHOLE = 8
"""Characters from which on such words are all of a problem: what goes on with it is left out."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem: its stretch, the sentence it stands in, and how surely it is one.

    told: where what goes on with it ends, when that is left out of its stretch; `listed` among others.
    """

    start: int
    end: int
    sentence: int
    confidence: float
    listed: bool = False
    told: int = 0

    @property
    def until(self) -> int:
        """Return where its telling ends."""
        return max(self.end, self.told)


class Wording:
    """Bounds the words of a problem, and tells those that state none."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.no_problem = lexicon.pattern("no_problem")
        self.denied = (self.no_problem, lexicon.pattern("finished"), lexicon.pattern("not_been"))
        self.strong = lexicon.pattern("strong_problem")
        self.problem = lexicon.pattern("problem")
        self.exhorted = lexicon.pattern("exhorted")
        self.overcome = lexicon.pattern("overcome")
        self.request = lexicon.pattern("request_inside")
        self.tail = lexicon.pattern("problem_tail")
        self.open = lexicon.pattern("still_open")
        self.only_says = lexicon.pattern("only_says")
        self.already_asked = lexicon.pattern("already_asked")
        self.front = lexicon.pattern("strip_front")
        self.past = lexicon.pattern("spoken_of_before")
        self.present = lexicon.pattern("spoken_of_now")
        self.praise = lexicon.pattern("commended")
        self.closing = frozenset(lexicon.words["closing"])

    def is_none(self, words: str, clause: str) -> bool:
        """Tell whether words are too few, deny a problem, praise or exhort."""
        if len(words) < SHORTEST - bool(self.strong.search(words)) or self.is_denied(clause):
            return True
        if self.only_says.search(clause) or self.already_asked.match(words):
            return True
        if self.past.search(words) and not self.present.search(words):
            return True
        return bool(self.praise.search(words) or self.exhorted.search(words) or self.overcome.search(words))

    def is_denied(self, words: str) -> bool:
        """Tell whether words say that there is no problem, or no longer."""
        if self.open.search(words):
            return False
        return any(pattern.search(words) for pattern in self.denied)

    def trimmed(self, facts: Facts, start: int, end: int) -> tuple[int, int]:
        """Return a stretch without enumerators, counties and filling words in front and pauses behind."""
        before = -1
        while before != start:
            before = start
            names = between(facts.mentions, start, start + 1)
            start = next((mention.end for mention in names if mention.end < end), start)
            if front := self.front.match(facts.text, start, end):
                start = front.end()
            if still := self.open.match(facts.text, start, end):
                start = still.end()
        asked = self.request.search(facts.text, start + SHORTEST, end)
        if asked and self.problem.search(facts.text, start, asked.start()):
            end = asked.start()
        if tail := self.tail.search(facts.text, start + SHORTEST, end):
            end = tail.start()
        while end > start and not facts.text[end - 1].isalnum() and facts.text[end - 1] not in self.closing:
            end -= 1
        return start, end


def strongest(problems: Sequence[Problem], *, apart: bool = False) -> Sequence[Problem]:
    """Return the surest of the problems of one lead, the first of equals, with what it needs around it.

    apart: the message speaks of several problems by number, so that each sure one stands for itself.
    """
    if not problems:
        return []
    if apart and len(sure := [problem for problem in problems if problem.confidence >= SURE]) > 1:
        return sure
    best = max(problems, key=lambda problem: (problem.confidence, -problem.start))
    place = problems.index(best)
    for later in problems[place + 1 :]:
        if best.until < later.start <= best.until + 1 and fits(best, later):
            whole = best.told or is_whole(best, later)
            best = replace(best, told=later.end) if whole else replace(best, end=later.end)
    for earlier in reversed(problems[:place]):
        if earlier.end < best.start <= earlier.end + 1 and fits(best, earlier):
            best = replace(best, start=earlier.start)
    return [best]


def is_whole(problem: Problem, later: Problem) -> bool:
    """Tell whether a problem needs nothing of what goes on with it: its own words are the surer."""
    surer = problem.confidence > max(later.confidence, SURE - 0.1) or problem.confidence >= CERTAIN
    return surer and problem.end - problem.start >= WHOLE


def fits(problem: Problem, other: Problem) -> bool:
    """Tell whether what goes on with a problem is not much longer than the problem itself."""
    return other.end - other.start <= 3.5 * (problem.end - problem.start)
