import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import pytest

from tests.understanding.scoring import Row, figures
from understanding import Reader, Sender, flat

MESSAGES = Path(__file__).parent / "data" / "messages.jsonl"

FLOORS = {
    "intent": 89,
    "contacts": 89,
    "date": 98,
    "channel": 96,
    "participants": 90,
    "issues": 72,
    "due": 83,
    "resolver": 93,
    "experiences": 91,
    "right": 68,
}


@pytest.fixture(scope="module")
def rows(readers: Mapping[str, Reader], senders: Mapping[str, Mapping[str, Sender]]) -> list[tuple[Row, Row]]:
    messages = [json.loads(line) for line in MESSAGES.read_text("utf-8").splitlines()]
    return [(message["gold"], read(message, readers, senders)) for message in messages]


def read(message: Row, readers: Mapping[str, Reader], senders: Mapping[str, Mapping[str, Sender]]) -> Row:
    reader = readers[message["roster"]]
    sender = senders[message["roster"]].get(message["sender"] or "")
    return flat(
        reader.read(message["text"], datetime.fromisoformat(message["now"]), sender), reader.gazetteer
    )


@pytest.mark.parametrize("figure", FLOORS)
def test_reads_the_examples_as_well_as_before(figure: str, rows: list[tuple[Row, Row]]) -> None:
    assert figures(rows)[figure] >= FLOORS[figure]


def test_invents_few_records(rows: list[tuple[Row, Row]]) -> None:
    assert figures(rows)["invented"] <= 16
