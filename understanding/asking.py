"""Whether a message asks anything of the ledger at all, and in which words."""

from understanding.lexicon import Lexicon
from understanding.sounds import sound_of

PAIR = 2
"""Characters of a word that is known by its sound."""


class Asking:
    """Tells a question to the ledger from what is told, asked of colleagues, or asked of nobody."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.words = {sound_of(word, lexicon.sounds): word for word in lexicon.words["asked_words"]}
        self.kept = frozenset((*lexicon.words["asked_words"], *lexicon.words["asked_alikes"]))

    def heard(self, text: str) -> str:
        """Return a text, as long, in which words that were written down by ear are set right."""
        for place in range(len(text) - 1):
            word = text[place : place + PAIR]
            meant = self.words.get(sound_of(word, self.lexicon.sounds))
            if meant and word not in self.kept:
                text = text[:place] + meant + text[place + PAIR :]
        return text

    def may_ask(self, text: str) -> bool:
        """Tell whether a text may ask; a look at its counties tells."""
        return self.wonders(text) or any(self.has(name, text) for name in ("named_last", "asks_ahead"))

    def wonders(self, text: str) -> bool:
        """Tell whether a text holds words that ask, or wish to be shown something."""
        words = self.lexicon.pattern("asks_nothing").sub(" ", text)
        return any(self.has(name, words) for name in ("asking", "asking_to_show"))

    def asks(self, words: str) -> bool:
        """Tell whether words with blotted counties ask something of the bot, here and now."""
        if self.has("asks_brief", words):
            return True
        now = not self.has("asks_ahead", words)
        return now and (self.has("asks_by_name", words) or self.wonders(words))

    def of_others(self, text: str) -> bool:
        """Tell whether somebody else asked, or others are asked or told to act."""
        return self.has("not_asking", text)

    def has(self, name: str, words: str) -> bool:
        """Tell whether a pattern is found."""
        return self.lexicon.pattern(name).search(words) is not None
