"""Short messages of many kinds, each with what it is for and its contacts; no figure, every one must hold."""

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from understanding import ContactReading, Intent, IssueReading, Reader, Reading, Sender

NOW = datetime(2023, 5, 10, 15, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
SENDER = Sender("演示", ("修水县",))
LINES = (Path(__file__).parent / "data" / "probed.jsonl").read_text("utf-8").splitlines()
WITH_RECORDS = (Intent.CONTACT, Intent.ISSUE)


def told(contact: ContactReading) -> str:
    county = (contact.county.value or "").rstrip("县区市")
    channel = contact.channel.value.value if contact.channel.value else "null"
    return f"{county}:{contact.day.value:%m-%d}:{channel}:{contact.participants.value or '-'}"


def contacts(reading: Reading) -> list[str]:
    return sorted(told(contact) for contact in reading.contacts if contact.county.value)


def solved(issue: IssueReading) -> str:
    """Return whose matter an issue is and by when, as the lines have it."""
    due, resolver = issue.due.value, issue.resolver.value
    return f"{resolver.value if resolver else '-'}:{f'{due:%m-%d}' if due else '-'}"


@pytest.mark.parametrize("line", LINES, ids=lambda line: str(json.loads(line)["text"])[:24])
def test_a_message_is_for_what_it_says(line: str, readers: Mapping[str, Reader]) -> None:
    row = json.loads(line)
    reading = readers["jiujiang"].read(row["text"], NOW, SENDER)
    assert (reading.intent.value, contacts(reading)) == (row["intent"], row["contacts"])
    told_of = len(reading.issues) + len(reading.experiences)
    assert told_of == row["told"] if "told" in row else not told_of or reading.intent in WITH_RECORDS
    whose = [solved(issue) for issue in reading.issues]
    assert whose == row.get("solved", whose)
