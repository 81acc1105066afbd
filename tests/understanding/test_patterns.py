import json
import re
from pathlib import Path

import pytest

from understanding import Lexicon
from understanding.patterns import compiled, headed

DATA = Path(__file__).parent / "data"
LOOK = re.compile(r"\(\?=\[(?:\\.|[^\]\\])*\]\)(?=\(\?:)")
WELL_KNOWN = 0.85


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("走访|调研", "[调走]"),
        (r"(?:\d{1,2})?[月号]", r"[\d号月]"),
        ("(?<!不)(?P<what>[a-c]|戊)+", "[a-c戊]"),
        ("(?=走)走|^到", "[到走]"),
        (r"[-^\]]", r"[\-\]\^]"),
    ],
)
def test_a_pattern_is_tried_at_its_first_characters_only(text: str, heads: str) -> None:
    assert headed(text) == f"(?={heads})(?:{text})"


@pytest.mark.parametrize(
    "text",
    ["[^,]访", ".访", "(?:走)?", "走*", "$", r"\W走", "(?i)ok", "(?i:ok)", "(走)?(?(1)访|到)", "走|.到"],
)
def test_a_pattern_that_may_begin_with_anything_stays(text: str) -> None:
    assert headed(text) == text


def test_the_lexicons_patterns_find_what_they_say(lexicon: Lexicon) -> None:
    lines = (DATA / "own.jsonl").read_text("utf-8").splitlines()
    said = "\n".join(json.loads(line)["text"] for line in lines)[:6000]
    led = 0
    for name, pattern in lexicon.patterns.items():
        plain = re.compile(
            LOOK.sub("", pattern.pattern, count=1) if pattern.pattern.startswith("(?=") else pattern.pattern
        )
        led += plain.pattern != pattern.pattern
        assert [m.span() for m in pattern.finditer(said)] == [m.span() for m in plain.finditer(said)], name
    assert led > WELL_KNOWN * len(lexicon.patterns)


def test_a_compiled_pattern_keeps_its_groups() -> None:
    found = compiled("(?P<day>[0-9]+)日|(?P<week>周[一二])").search("下周一")
    assert found is not None
    assert (found.lastgroup, found["week"]) == ("week", "周一")
