import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import pytest

from tests.understanding.scoring import Row, figures
from understanding import Reader, Sender, flat

DATA = Path(__file__).parent / "data"

FLOORS = {
    ("messages", "intent"): 99,
    ("messages", "contacts"): 99,
    ("messages", "date"): 99,
    ("messages", "channel"): 99,
    ("messages", "participants"): 99,
    ("messages", "issues"): 99,
    ("messages", "due"): 99,
    ("messages", "resolver"): 99,
    ("messages", "experiences"): 99,
    ("messages", "right"): 99,
    ("own", "intent"): 98,
    ("own", "contacts"): 98,
    ("own", "date"): 98,
    ("own", "channel"): 98,
    ("own", "participants"): 98,
    ("own", "issues"): 98,
    ("own", "due"): 98,
    ("own", "resolver"): 98,
    ("own", "experiences"): 98,
    ("own", "right"): 98,
    ("written_a", "intent"): 98,
    ("written_a", "contacts"): 98,
    ("written_a", "date"): 97,
    ("written_a", "channel"): 98,
    ("written_a", "participants"): 98,
    ("written_a", "issues"): 97,
    ("written_a", "due"): 98,
    ("written_a", "resolver"): 97,
    ("written_a", "experiences"): 98,
    ("written_a", "right"): 96,
    ("written_b", "intent"): 98,
    ("written_b", "contacts"): 98,
    ("written_b", "date"): 98,
    ("written_b", "channel"): 98,
    ("written_b", "participants"): 98,
    ("written_b", "issues"): 97,
    ("written_b", "due"): 98,
    ("written_b", "resolver"): 98,
    ("written_b", "experiences"): 98,
    ("written_b", "right"): 96,
    ("written_c", "intent"): 98,
    ("written_c", "contacts"): 99,
    ("written_c", "date"): 99,
    ("written_c", "channel"): 99,
    ("written_c", "participants"): 99,
    ("written_c", "issues"): 96,
    ("written_c", "due"): 99,
    ("written_c", "resolver"): 99,
    ("written_c", "experiences"): 99,
    ("written_c", "right"): 96,
    ("written_d", "intent"): 98,
    ("written_d", "contacts"): 99,
    ("written_d", "date"): 99,
    ("written_d", "channel"): 99,
    ("written_d", "participants"): 99,
    ("written_d", "issues"): 98,
    ("written_d", "due"): 99,
    ("written_d", "resolver"): 99,
    ("written_d", "experiences"): 98,
    ("written_d", "right"): 97,
    ("written_e", "intent"): 98,
    ("written_e", "contacts"): 98,
    ("written_e", "date"): 99,
    ("written_e", "channel"): 99,
    ("written_e", "participants"): 96,
    ("written_e", "issues"): 97,
    ("written_e", "due"): 99,
    ("written_e", "resolver"): 99,
    ("written_e", "experiences"): 99,
    ("written_e", "right"): 95,
}

SETS = ("messages", "own", "written_a", "written_b", "written_c", "written_d", "written_e")

Rows = Mapping[str, list[tuple[Row, Row]]]


@pytest.fixture(scope="module")
def rows(readers: Mapping[str, Reader], senders: Mapping[str, Mapping[str, Sender]]) -> Rows:
    return {name: answered(name, readers, senders) for name in SETS}


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


@pytest.mark.parametrize(("name", "figure"), FLOORS)
def test_reads_the_examples_as_well_as_before(name: str, figure: str, rows: Rows) -> None:
    assert figures(rows[name])[figure] >= FLOORS[name, figure]


@pytest.mark.parametrize("name", SETS)
def test_invents_no_records(name: str, rows: Rows) -> None:
    assert figures(rows[name])["invented"] == 0
