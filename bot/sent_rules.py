"""Rules that somebody sent in chat, read as those of a file are."""

from pathlib import Path

from bot.campaign_files import known_rules
from bot.file_faults import UnusableFileError
from bot.mending.texts import sentence
from campaign.strays import Known
from handlers.sent_rules import SentRules


def sent_rules(name: str, content: bytes, known: Known) -> SentRules:
    """Return the definition in a file's bytes, or everything that is wrong with it."""
    try:
        return SentRules(known_rules(Path(name), content, known))
    except UnusableFileError as error:
        return SentRules(faults=tuple(map(sentence, error.faults)))
