"""Files that people send along with a record. They stay with Telegram: kept is how to send them again."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple, Protocol

MOST = 10
"""How many files a record keeps."""


class FileKind(StrEnum):
    """What was sent along."""

    PHOTO = "photo"
    VIDEO = "video"
    VIDEO_NOTE = "video_note"
    DOCUMENT = "document"
    VOICE = "voice"
    PLACE = "place"


class SentFile(NamedTuple):
    """A file as Telegram knows it; `unique_id` is the same for all bots. A place is "latitude,longitude"."""

    kind: FileKind
    file_id: str
    unique_id: str


class Attachments(Protocol):
    """The files of cards and records, by the card."""

    def add(
        self, campaign_id: str, draft_id: str, files: Sequence[SentFile], person_id: int, at: datetime
    ) -> tuple[int, int]:
        """Keep files with a card, each once, MOST in all; return how many are new and how many too many."""

    def drop(self, draft_id: str) -> None:
        """Forget the files of a card that was given up."""

    def hand_over(self, campaign_id: str, draft_id: str, to: str, person_id: int, at: datetime) -> int:
        """Keep the files of a card with another one's record instead; return how many are too many."""

    def of(self, draft_id: str) -> Sequence[SentFile]:
        """Return the files of a card or record, in the order in which they came."""

    def of_county(self, campaign_id: str, county_id: int, limit: int) -> Sequence[SentFile]:
        """Return the latest files of a county's standing contacts, latest first; places are left out."""


def counted(files: Sequence[SentFile]) -> Mapping[FileKind, int]:
    """Count files by kind; a kind without any is left out."""
    if not files:
        return {}
    counts = Counter(file.kind for file in files)
    return {kind: counts[kind] for kind in FileKind if kind in counts}
