"""A hundred thousand messages spoiled as hurried thumbs, pasting and dictation spoil them: nothing breaks."""

import json
import random
from collections.abc import Iterator, Mapping
from datetime import datetime

import pytest

from tests.understanding.conftest import DATA
from tests.understanding.test_examples import FLOORS
from tests.understanding.test_reader import fields
from understanding import Reader, Sender

PARTS = 4
EACH = 25_000
MOST_CHANGES = 4
LONGEST = 400
"""Characters of the longest message that is spoiled; very long ones have tests of their own."""
STRAY = (
    "，。、；：！？\n 　“”（）()0123456789０９一二三十百号日月年"
    "前后县市区总人个次没不的了和到去😀\u202e\ufffc"
)


def messages() -> list[dict[str, str]]:
    """Return the studied messages that are not very long."""
    sets = [(DATA / f"{name}.jsonl").read_text("utf-8").splitlines() for name in FLOORS]
    every = (json.loads(line) for lines in sets for line in lines)
    return [message for message in every if len(message["text"]) <= LONGEST]


def spoiled(chance: random.Random, text: str, other: str) -> str:
    """Return a text with a few letters lost, doubled, swapped or strayed in, or run into another message."""
    for _ in range(chance.randint(1, MOST_CHANGES)):
        at, to = sorted(chance.randint(0, len(text)) for _ in range(2))
        ways = (
            text[:at] + text[at + 1 :],
            text[:at] + chance.choice(STRAY) + text[at:],
            text[:at] + text[at : at + 2][::-1] + text[at + 2 :],
            text[:to] + text[at:],
            text[at:to] or text,
            text[:at] + other[: chance.randint(0, len(other))] + text[to:],
        )
        text = chance.choice(ways)[: 2 * LONGEST]
    return text


def spoiled_messages(part: int) -> Iterator[tuple[dict[str, str], str]]:
    """Yield messages with their spoiled texts; the same at each run."""
    chance, every = random.Random(part), messages()
    for _ in range(EACH):
        message = chance.choice(every)
        yield message, spoiled(chance, message["text"], chance.choice(every)["text"])


@pytest.mark.long
@pytest.mark.parametrize("part", range(PARTS))
def test_spoiled_messages_are_read_without_harm(
    part: int, readers: Mapping[str, Reader], senders: Mapping[str, Mapping[str, Sender]]
) -> None:
    for message, text in spoiled_messages(part):
        reader, now = readers[message["roster"]], datetime.fromisoformat(message["now"])
        reading = reader.read(text, now, senders[message["roster"]].get(message["sender"] or ""))
        for field in fields(reading):
            assert all(0 <= span.start <= span.end <= len(text) for span in field.span), text
            assert 0 <= field.confidence <= 1, text
        counties = [contact.county for contact in reading.contacts]
        counties += [*(i.county for i in reading.issues), *(e.county for e in reading.experiences)]
        named = {county.value for county in counties if county.value}
        assert named <= reader.gazetteer.by_key.keys(), text
        assert all(contact.day.value <= now.date() for contact in reading.contacts), text
