"""Whatever slip is made anywhere in a whole file of rules, it is told with a line and a full sentence."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.campaign_files import template
from bot.file_faults import UnusableFileError
from bot.mending.texts import sentence
from bot.rules_file import rules_in
from tests.bot.test_template import CHOICE

WHOLE = yaml.safe_load(CHOICE.sub("", template()[0].read_text("utf-8")))
WRONG: tuple[Any, ...] = (
    "",
    "演示",
    "[]",
    0,
    -1,
    10**9,
    3.5,
    True,
    None,
    [],
    {},
    [{}],
    {"a": 1},
    "2024-13-01",
    "x" * 200,
)
Way = tuple[int | str, ...]


def ways(value: Any, way: Way = ()) -> Iterator[Way]:
    """Every place in a file."""
    below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in below:
        yield (*way, key)
        yield from ways(inner, (*way, key))


def with_slip(value: Any, way: Way, wrong: Any) -> Any:
    """The file with something else at a place."""
    if not way:
        return wrong
    copy: Any = dict(value) if isinstance(value, dict) else list(value)
    copy[way[0]] = with_slip(copy[way[0]], way[1:], wrong)
    return copy


def told(data: Any) -> list[str]:
    """What is said of a file; nothing when it can be used."""
    try:
        rules_in(Path("campaign.yaml"), yaml.safe_dump(data, allow_unicode=True).encode())
    except UnusableFileError as error:
        return [sentence(fault) for fault in error.faults]
    return []


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(list(ways(WHOLE))), st.sampled_from(WRONG))
def test_something_else_in_any_place(way: Way, wrong: Any) -> None:
    for line in told(with_slip(WHOLE, way, wrong)):
        assert line.startswith("第 ")
        assert line.endswith("。")
        assert "{" not in line.replace(str(wrong), "")


@pytest.mark.parametrize("way", [way for way in ways(WHOLE) if isinstance(way[-1], str)])
def test_a_key_that_nobody_knows(way: Way) -> None:
    outer = WHOLE
    for step in way[:-1]:
        outer = outer[step]
    if way[0] in {"aliases", "working_days"} and len(way) == 2:
        return
    renamed = {("zzz" if key == way[-1] else key): value for key, value in outer.items()}
    assert any("zzz”。请删去或改正拼写" in line for line in told(with_slip(WHOLE, way[:-1], renamed)))
