"""The command ``liaison understand``: JSON Lines of messages in, JSON Lines of flat readings out."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

import orjson
from pydantic import BaseModel, ConfigDict, ValidationError

from campaign.workdays import WorkCalendar
from understanding import Reader, Sender, flat

ZONE = ZoneInfo("Asia/Shanghai")


class Message(BaseModel):
    """One line of input; now may lack a zone and is then the campaign's."""

    model_config = ConfigDict(extra="ignore")

    id: str | int
    now: datetime
    text: str
    sender: str | None = None

    @property
    def written_at(self) -> datetime:
        """Return the moment of writing in the campaign's zone."""
        return self.now.astimezone(ZONE) if self.now.tzinfo else self.now.replace(tzinfo=ZONE)


def understand(
    lines: Iterable[str],
    reader: Reader,
    senders: Mapping[str, Sender],
    calendar: WorkCalendar | None = None,
) -> Iterator[str]:
    """Yield one JSON line for each line that is not blank.

    A reading has id, intent, contacts, issues and experiences; a line that cannot be read gives its number
    and a sentence under "error", and the stream goes on. An unknown sender has no counties of his own.
    calendar: the working days that deadlines count; without one every weekday is one.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield answer(number, line, reader, senders, calendar)


def answer(
    number: int, line: str, reader: Reader, senders: Mapping[str, Sender], calendar: WorkCalendar | None
) -> str:
    """Return the JSON answer to one line of input."""
    try:
        message = Message.model_validate_json(line)
    except ValidationError as error:
        return encoded({"line": number, "error": sentence(number, error)})
    sender = senders.get(message.sender or "") or Sender(message.sender)
    reading = reader.read(message.text, message.written_at, sender, calendar)
    return encoded({"id": message.id, **flat(reading, reader.gazetteer)})


def sentence(number: int, error: ValidationError) -> str:
    """Return in one plain sentence what is wrong with a line, without repeating its text."""
    faults = error.errors(include_input=False, include_url=False, include_context=False)
    where = ", ".join(sorted({".".join(map(str, fault["loc"])) for fault in faults} - {""}))
    if not where:
        return f"Line {number} is not a JSON object."
    return f"Line {number} lacks a usable value for: {where}."


def encoded(value: Mapping[str, object]) -> str:
    """Return a value as one line of JSON."""
    return orjson.dumps(value).decode()
