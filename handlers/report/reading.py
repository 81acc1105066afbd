"""From what was read to a card: pure."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from aiogram.types import Message

from campaign.attachments import FileKind, SentFile
from campaign.drafts import Draft, DraftContact, DraftIssue, DraftPractice
from digests.chat_text import clip
from understanding.reading import (
    BAR,
    ContactReading,
    ExperienceReading,
    Field,
    Intent,
    IssueReading,
    Reading,
)
from understanding.sameness import print_of

LONGEST_TEXT = 500
LONGEST_NAMES = 200
MOST_CHOICES = 3
MOST_PEOPLE = 100_000
GUESS = 0.3
"""A day of less confidence is no day at all: it is asked for."""


@dataclass(frozen=True, slots=True)
class Said:
    """One message of a person: its text or caption, and the files that came with it.

    `media_group` names its album, `reply_to` the message that it answers.
    """

    chat_id: int
    message_id: int
    text: str
    files: tuple[SentFile, ...] = ()
    media_group: str | None = None
    reply_to: int | None = None


def said_in(message: Message) -> Said:
    """Return what a message says and brings."""
    answered = message.reply_to_message
    return Said(
        message.chat.id,
        message.message_id,
        message.text or message.caption or "",
        tuple(_files(message)),
        message.media_group_id,
        answered.message_id if answered else None,
    )


def _files(message: Message) -> Iterator[SentFile]:
    if message.photo:
        yield SentFile(FileKind.PHOTO, message.photo[-1].file_id, message.photo[-1].file_unique_id)
    if message.video:
        yield SentFile(FileKind.VIDEO, message.video.file_id, message.video.file_unique_id)
    if message.video_note:
        yield SentFile(FileKind.VIDEO_NOTE, message.video_note.file_id, message.video_note.file_unique_id)
    if file := message.document or message.animation:
        yield SentFile(FileKind.DOCUMENT, file.file_id, file.file_unique_id)
    if message.voice:
        yield SentFile(FileKind.VOICE, message.voice.file_id, message.voice.file_unique_id)


def draft_from(reading: Reading, blank: Draft, text: str = "") -> Draft:
    """Fill a card with a reading. A county that is unsure is left open, with the likeliest to choose from.

    text: the message, if its words are to be known again.
    """
    return blank.model_copy(
        update={
            "contacts": _contacts(reading),
            "issues": tuple(_issue(item) for item in reading.issues),
            "practices": tuple(_practice(item) for item in reading.experiences),
            "said": print_of(text, reading) if text else None,
            "unknown_counties": tuple(clip(name.value, 40) for name in reading.unknown_counties),
        }
    )


def stated(reading: Reading) -> Reading:
    """Return a reading without the days that were inferred, not stated."""
    contacts = tuple(
        item if item.day.span else replace(item, day=replace(item.day, confidence=0.0))
        for item in reading.contacts
    )
    return replace(reading, contacts=contacts)


def says_something(draft: Draft) -> bool:
    """Tell whether there is anything on a card that could be saved."""
    return bool(draft.contacts or draft.issues or draft.practices)


def _contacts(reading: Reading) -> tuple[DraftContact, ...]:
    outside = {span for name in reading.unknown_counties for span in name.span}
    inside = [item for item in reading.contacts if item.county.value or not outside & {*item.county.span}]
    contacts = tuple(_contact(item) for item in inside or reading.contacts)
    if contacts or reading.intent is not Intent.CONTACT or not reading.unknown_counties:
        return contacts
    # Only a county from outside was named: the card keeps the message and asks which one is meant.
    return (DraftContact(county_choices=_choices(reading.unknown_counties[0])),)


def _contact(item: ContactReading) -> DraftContact:
    county = _county(item.county)
    people = item.participants.value
    return DraftContact(
        county_id=county,
        county_choices=() if county else _choices(item.county),
        day=item.day.value if item.day.confidence >= GUESS else None,
        channel=item.channel.value,
        participants=people if people is not None and 0 <= people <= MOST_PEOPLE else None,
        attendees=clip(item.attendees.value, LONGEST_NAMES) if item.attendees.value else None,
        leader_present=item.leader_present.value,
    )


def _issue(item: IssueReading) -> DraftIssue:
    text = clip(item.summary.value, LONGEST_TEXT)
    return DraftIssue(
        county_id=_county(item.county), text=text, due=item.due.value, resolver=item.resolver.value
    )


def _practice(item: ExperienceReading) -> DraftPractice:
    return DraftPractice(county_id=_county(item.county), text=clip(item.summary.value, LONGEST_TEXT))


def _county(field: Field[str | None]) -> int | None:
    return int(field.value) if field.value and field.confidence >= BAR else None


def _choices(field: Field[str] | Field[str | None]) -> tuple[int, ...]:
    keys = (field.value, *field.alternatives)
    return tuple(dict.fromkeys(int(key) for key in keys if key and key.isdecimal()))[:MOST_CHOICES]
