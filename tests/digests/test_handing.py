"""Edits of drafts that other rules merged or split: all that fits stays, and no word is lost in silence."""

from campaign.vocabulary import DigestKind
from digests.edits import Edits
from digests.facts import DigestFacts
from digests.handing import fitted, joined
from tests.digests.sizes import JIUJIANG, sized

TWO, MONTH, QUARTER = "window:two_month", "window:month", "window:quarter"


def of_kind(kind: DigestKind, *, earlier: bool = False) -> DigestFacts:
    """The facts of thirteen counties, of another kind; its window begins on the same day, or earlier."""
    made = sized(JIUJIANG)
    (section,) = made.sections
    first = made.sections[0].first.replace(day=1) if earlier else section.first
    other = section.model_copy(update={"kind": kind, "first": first})
    return made.model_copy(update={"sections": (other,)})


def test_a_windows_words_go_to_the_window_that_began_on_the_same_day() -> None:
    edits = Edits(words={TWO: "甲"}, bases={TWO: ("一行",)}, omitted=(TWO, "overall"), added=("丙",))
    same = fitted(edits, sized(JIUJIANG), of_kind(DigestKind.QUARTER))
    assert same == Edits(
        words={QUARTER: "甲"}, bases={QUARTER: ("一行",)}, omitted=(QUARTER, "overall"), added=("丙",)
    )


def test_words_of_a_window_that_is_no_more_are_left_and_told() -> None:
    edits = Edits(words={TWO: "甲", "overall": "乙"}, omitted=(TWO,))
    other = fitted(edits, sized(JIUJIANG), of_kind(DigestKind.MONTH, earlier=True))
    assert (other.words, other.omitted, other.left) == ({"overall": "乙"}, (), ("甲",))


def test_of_two_that_word_one_section_the_first_stands_and_the_other_is_told() -> None:
    first = Edits(words={"overall": "甲"}, added=("同",), omitted=(TWO,))
    second = Edits(words={"overall": "乙", MONTH: "丙"}, added=("同", "异"), left=("早",))
    both = joined(first, second)
    assert both.words == {"overall": "甲", MONTH: "丙"}
    assert (both.added, both.omitted, both.left) == (("同", "异"), (TWO,), ("早", "乙"))
