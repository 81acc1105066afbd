from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

import pytest

from understanding.facts import Outside, between, touches


@dataclass(frozen=True)
class Find:
    start: int


@pytest.mark.parametrize(
    "zones",
    [[], [(2, 4)], [(4, 6), (0, 1)], [(1, 5), (2, 3), (5, 7)], [(3, 3), (3, 6)], [(2, 6), (4, 8), (9, 9)]],
)
def test_outside_of_zones_in_whatever_order(zones: Sequence[tuple[int, int]]) -> None:
    kept = Outside(zones)
    for start, end in product(range(11), range(11)):
        if start < end:
            assert kept.holds(start, end) != touches(start, end, zones), (start, end)


def test_finds_between_two_places() -> None:
    finds = [Find(place) for place in (0, 3, 3, 7)]
    for low, high in product(range(9), range(9)):
        expected = [find for find in finds if low <= find.start < high]
        assert list(between(finds, low, high)) == expected
