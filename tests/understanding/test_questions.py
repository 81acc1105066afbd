"""What is asked of the ledger in plain words: topic, county, days, channel."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import datetime
from typing import Any

import pytest

from tests.understanding.conftest import DATA
from understanding import Intent, Query, Reader

NOW = datetime.fromisoformat("2023-02-20T15:00:00+08:00")
SETS = (
    "questions",
    "questions_b",
    "questions_c",
    "questions_d",
    "questions_e",
    "questions_f",
    "questions_g",
    "questions_h",
)


def told(name: str) -> Iterator[dict[str, Any]]:
    """Return the lines of one set: the text, and what it asks for."""
    yield from map(json.loads, (DATA / f"{name}.jsonl").read_text("utf-8").splitlines())


def plain(query: Query | None) -> dict[str, Any]:
    """Return a question as the sets write it: only what it says."""
    if query is None:
        return {"about": None}
    said = {field.name: getattr(query, field.name) for field in fields(query)}
    said["days"] = [day.isoformat() for day in query.days] if query.days else None
    return {name: value for name, value in said.items() if value not in (None, False)}


@pytest.mark.parametrize(
    "line", [line for name in SETS for line in told(name)], ids=lambda line: line["text"]
)
def test_reads_what_is_asked(line: dict[str, Any], readers: Mapping[str, Reader]) -> None:
    expected = {key: value for key, value in line.items() if key != "text"}
    assert plain(readers["jiujiang"].asked(line["text"], NOW)) == expected


@pytest.mark.parametrize(
    "line",
    [line for name in SETS for line in told(name) if line["about"]],
    ids=lambda line: line["text"],
)
def test_a_question_is_no_record(line: dict[str, Any], readers: Mapping[str, Reader]) -> None:
    reading = readers["jiujiang"].read(line["text"], NOW)
    assert reading.intent in (Intent.QUESTION, Intent.NONE)
    assert (reading.contacts, reading.issues, reading.experiences) == ((), (), ())


@pytest.mark.parametrize("text", ["演示副主席一去年去了几次修水", "演示副主席一昨天联系了几次修水？"])
def test_a_question_that_cannot_be_answered_is_no_record_either(
    text: str, readers: Mapping[str, Reader]
) -> None:
    assert readers["jiujiang"].asked(text, NOW) is None
    assert readers["jiujiang"].read(text, NOW).contacts == ()
