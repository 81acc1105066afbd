"""The languages of the interface, and who chose which."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Protocol


class Language(StrEnum):
    """Chinese is the source; whatever another language lacks stays Chinese."""

    CHINESE = "zh"
    ENGLISH = "en"


class Languages(Protocol):
    """What people chose; who chose nothing reads Chinese."""

    def choose(self, campaign_id: str, person_id: int, language: Language) -> None:
        """Note a person's language."""

    def chosen(self) -> Mapping[int, Language]:
        """Return the language of every account, by Telegram id, whose person chose one but Chinese."""
