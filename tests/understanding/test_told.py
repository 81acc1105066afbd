"""Problems and practices told in many ways, and what is neither; no figure, every one must hold."""

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.understanding.scoring import Item, pairs, span_likeness
from understanding import Reader, Sender, flat

NOW = datetime(2023, 5, 10, 15, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
SENDER = Sender("演示", ("修水县",))
LINES = (Path(__file__).parent / "data" / "told.jsonl").read_text("utf-8").splitlines()


def nowhere(items: list[Item]) -> list[Item]:
    """Return items without their county: here only what is told counts."""
    return [item | {"county": ""} for item in items]


@pytest.mark.parametrize("line", LINES, ids=lambda line: str(json.loads(line)["text"])[:24])
def test_what_is_told_is_read(line: str, readers: Mapping[str, Reader]) -> None:
    row = json.loads(line)
    reader = readers["jiujiang"]
    read = flat(reader.read(row["text"], NOW, SENDER), reader.gazetteer)
    for kind in ("issues", "experiences"):
        gold, found = nowhere(row[kind]), nowhere(read[kind])
        matched = pairs(gold, found, span_likeness)
        assert len(matched) == len(gold) == len(found)
        for expected, item in matched:
            assert all(item[key] == expected[key] for key in ("due", "resolver") if key in expected)
