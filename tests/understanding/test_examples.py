import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import pytest

from tests.understanding.scoring import Row, figures
from understanding import Reader, Sender, flat

DATA = Path(__file__).parent / "data"

FLOORS: Mapping[str, Mapping[str, int]] = json.loads((DATA / "floors.json").read_text("utf-8"))
FIGURES = [(name, figure) for name, floors in FLOORS.items() for figure in floors]

Rows = Mapping[str, list[tuple[Row, Row]]]


@pytest.fixture(scope="module")
def rows(readers: Mapping[str, Reader], senders: Mapping[str, Mapping[str, Sender]]) -> Rows:
    return {name: answered(name, readers, senders) for name in FLOORS}


def answered(
    name: str, readers: Mapping[str, Reader], senders: Mapping[str, Mapping[str, Sender]]
) -> list[tuple[Row, Row]]:
    messages = [json.loads(line) for line in (DATA / f"{name}.jsonl").read_text("utf-8").splitlines()]
    return [(message["gold"], read(message, readers, senders)) for message in messages]


def read(message: Row, readers: Mapping[str, Reader], senders: Mapping[str, Mapping[str, Sender]]) -> Row:
    reader = readers[message["roster"]]
    sender = senders[message["roster"]].get(message["sender"] or "")
    return flat(
        reader.read(message["text"], datetime.fromisoformat(message["now"]), sender), reader.gazetteer
    )


@pytest.mark.parametrize(("name", "figure"), FIGURES)
def test_reads_the_examples_as_well_as_before(name: str, figure: str, rows: Rows) -> None:
    assert figures(rows[name])[figure] >= FLOORS[name][figure]


@pytest.mark.parametrize("name", FLOORS)
def test_invents_no_records(name: str, rows: Rows) -> None:
    assert figures(rows[name])["invented"] == 0
