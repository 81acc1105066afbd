"""What a county says of the contacts that were logged of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class Verdict(StrEnum):
    """Whether it was so."""

    CONFIRMED = "confirmed"
    OBJECTED = "objected"


@dataclass(frozen=True, slots=True)
class CountyWord:
    """What a county said last of the contact of a number, and in which words."""

    number: int
    verdict: Verdict
    words: str


class CountyWords(Protocol):
    """One word of a county on each contact: the last one."""

    def on(self, campaign_id: str, numbers: Sequence[int]) -> Mapping[int, CountyWord]:
        """Return what was said of contacts, by their numbers."""

    def say(self, campaign_id: str, word: CountyWord, person_id: int, at: datetime) -> None:
        """Keep what a county says of a contact."""
