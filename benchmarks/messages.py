"""A hundred messages with what they say: half of them read before, half written for this alone."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

from campaign.records import SavedRecord
from tests.understanding.scoring import KINDS, Item, pairs

HALF = 50
READ_BEFORE = ("messages", "own")
FIRST, LAST = "2022-11-16", "2023-12-30"
LISTS = {
    "contacts": ("county", "date", "channel", "participants"),
    "issues": ("county", "summary", "due", "resolver"),
    "experiences": ("county", "summary"),
}
Row = dict[str, list[Item]]


@dataclass(frozen=True, slots=True)
class Told:
    """One message and the record it should become. `fresh`: nobody mended anything for it."""

    now: datetime
    text: str
    gold: Row
    fresh: bool

    @property
    def county(self) -> str:
        """The county by which its author is chosen."""
        items = (item for kind in LISTS for item in self.gold[kind])
        return str(next(items)["county"])


def messages() -> list[Told]:
    """Return them in the order in which they were written."""
    return sorted((*_read_before(), *_fresh()), key=lambda told: told.now)


def said_by(record: SavedRecord) -> Row:
    """Return a record as messages are expected."""
    return {
        "contacts": [
            {
                "county": contact.county_name,
                "date": contact.day.isoformat(),
                "channel": contact.channel.value,
                "participants": contact.participants,
            }
            for contact in record.contacts
        ],
        "issues": [
            {
                "county": issue.county_name,
                "summary": issue.text,
                "due": issue.due and issue.due.isoformat(),
                "resolver": issue.resolver and issue.resolver.value,
            }
            for issue in record.issues
        ],
        "experiences": [{"county": p.county_name, "summary": p.text} for p in record.practices],
    }


def faults(gold: Row, saved: Row) -> Counter[str]:
    """Count what is wrong by field; an item that lacks or is too much counts once."""
    found: Counter[str] = Counter()
    for kind, (like, keys) in KINDS.items():
        matched = pairs(gold[kind], saved[kind], like)
        found[f"{kind}: missing"] += len(gold[kind]) - len(matched)
        found[f"{kind}: too many"] += len(saved[kind]) - len(matched)
        for key in keys:
            # A channel that the message leaves open is whatever the person answers.
            open_ones = key == "channel"
            found[key] += sum(g[key] != s[key] and not (open_ones and g[key] is None) for g, s in matched)
    return +found


def _read_before() -> Iterator[Told]:
    folder = Path(__file__).parent.parent / "tests" / "understanding" / "data"
    lines = (line for name in READ_BEFORE for line in _lines((folder / f"{name}.jsonl").read_text("utf-8")))
    rows = (row for row in lines if row["roster"] == "jiujiang" and row["gold"]["contacts"])
    chosen = [row for row in rows if FIRST <= row["now"] <= LAST][:HALF]
    for row in chosen:
        yield Told(datetime.fromisoformat(row["now"]), row["text"], row["gold"], fresh=False)


def _fresh() -> Iterator[Told]:
    text = files("benchmarks").joinpath("data", "new.jsonl").read_text("utf-8")
    for row in _lines(text):
        gold = {
            kind: [dict(zip(keys, item, strict=True)) for item in row.get(kind, ())]
            for kind, keys in LISTS.items()
        }
        yield Told(datetime.fromisoformat(row["now"]), row["text"], gold, fresh=True)


def _lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines() if line]
