"""A translation is longer than its source: lines that no longer fit are left out, and counted."""

from digests.chat_text import units
from handlers.language.catalogue import Catalogue
from handlers.language.texts import left_out
from handlers.screen import LIMIT


def fitted(words: str, catalogue: Catalogue, limit: int = LIMIT) -> str:
    """Return a text as a catalogue says it, without the last lines above its foot if it is too long for them.

    The length is that of the HTML, which is never shorter than the text after parsing.
    """
    said = catalogue.say(words)
    if units(said) <= limit:
        return said
    *lines, foot = said.split("\n")
    room = limit - units(foot) - units(catalogue.say(left_out(len(lines)))) - 2
    shown = 0
    for line in lines:
        room -= units(line) + 1
        if room < 0:
            break
        shown += 1
    return "\n".join((*lines[:shown], catalogue.say(left_out(len(lines) - shown)), foot))
