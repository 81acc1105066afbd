"""What a message is for."""

from collections.abc import Sequence

from understanding.evidence import Sign, Status
from understanding.lexicon import Lexicon
from understanding.reading import Intent


class IntentReader:
    """Tells corrections, questions, plans and small talk from their wording."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def has(self, name: str, text: str) -> bool:
        """Tell whether a pattern of the lexicon occurs in a text."""
        return bool(self.lexicon.pattern(name).search(text))

    def is_correction(self, text: str) -> bool:
        """Tell whether the message exists to change or withdraw an earlier entry."""
        return self.has("correction", text) and not self.has("not_correction", text)

    def is_quoted(self, text: str) -> bool:
        """Tell whether the message quotes an earlier one and only acknowledges it."""
        return self.has("quoted_back", text) or self.has("acknowledged", text)

    def is_question(self, text: str) -> bool:
        """Tell whether the message asks about the data, the lists or how to use the bot."""
        return self.has("query", text) and self.has("data_topic", text)

    def without_records(self, text: str, signs: Sequence[Sign], *, status_news: bool) -> Intent:
        """Return the intent of a message in which no record was found."""
        if self.is_question(text):
            return Intent.QUESTION
        if status_news:
            return Intent.ISSUE
        planned = any(sign.status is Status.PLANNED for sign in signs)
        return Intent.PLAN if planned else Intent.NONE
