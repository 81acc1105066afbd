"""The program and SQL by hand count the same of a small world; how long they take is no matter here."""

from pathlib import Path

import pytest

from benchmarks import digest, lists, world
from benchmarks.questions import QUESTIONS
from benchmarks.world_rows import Size


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A world with a few of everything, counties never reached too."""
    made = tmp_path_factory.mktemp("world") / "small.sqlite3"
    size = Size(
        counties=60,
        pairings=90,
        people=40,
        contacts=900,
        issues=300,
        practices=60,
        texts=20,
        quiet=12,
        never=5,
    )
    world.build(f"sqlite:///{made}", size)
    return made


def test_the_lists(small: Path, tmp_path: Path) -> None:
    hand = f"sqlite:///{tmp_path / 'hand.sqlite3'}"
    world.copy(f"sqlite:///{small}", hand)
    compared = list(lists.against_hand("SQLite", f"sqlite:///{small}", hand, {}, 1))
    assert [ratio.name.partition(",")[0] for ratio in compared] == list(QUESTIONS)


def test_a_digest(small: Path) -> None:
    compared = digest.against_hand("SQLite", f"sqlite:///{small}", None, 1)
    assert compared.name.startswith("facts of a half-year digest")
