"""How characters sound, for names written down by ear."""

from collections.abc import Mapping

from understanding.gazetteer import Index, Sound, grouped

SAME, NEAR = 0.92, 0.85
"""How sure a name is that sounds the same, or nearly the same."""
SHAPED = 0.88
"""How sure a name is whose characters look the same."""

BLURRED = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n"), ("l", "n"), ("h", "f"))
"""Sounds that many speakers and input methods do not keep apart."""


def sound_of(text: str, sounds: Mapping[str, str]) -> Sound:
    """Return the syllables of a text; a character without a known sound stands for itself."""
    return tuple(sounds.get(character, character) for character in text)


def blurred(sound: Sound) -> Sound:
    """Return a sound with syllables that are easily confused made equal."""
    return tuple(blur(syllable) for syllable in sound)


def blur(syllable: str) -> str:
    """Return one syllable in its blurred form."""
    for precise, loose in BLURRED:
        if precise in ("l", "h"):
            syllable = loose + syllable[1:] if syllable.startswith(precise) else syllable
        else:
            syllable = syllable.replace(precise, loose)
    return syllable


class SoundIndex:
    """The spellings of all counties by their sound, exact and blurred, and by the shape of characters."""

    def __init__(
        self,
        index: Index,
        sounds: Mapping[str, str],
        in_names: Mapping[str, str],
        shapes: Mapping[str, str],
    ) -> None:
        self.sounds = sounds
        self.spellings = index.spellings
        self.shapes = {ord(wrong): right for wrong, right in shapes.items()}
        self.mistaken = frozenset(shapes)
        self.loose = {syllable: blur(syllable) for syllable in {*sounds.values(), *in_names.values()}}
        spoken = {**sounds, **in_names}
        names = [name for name in index.spellings if len(name) > 1]
        spellings = [(sound_of(name, table), name) for name in names for table in (sounds, spoken)]
        self.exact = {key: names[0] for key, names in text_keys(spellings).items() if len(names) == 1}
        blur_keys = text_keys([(blurred(key), name) for key, name in spellings])
        self.near = {key: names[0] for key, names in blur_keys.items() if len(names) == 1}
        self.longest = max((len(name) for name in index.spellings), default=0)

    def like(self, text: str) -> tuple[str, float] | None:
        """Return the one spelling that sounds or looks like the text, and how surely."""
        sound = sound_of(text, self.sounds)
        if name := self.exact.get("\0".join(sound)):
            return name, SAME
        if name := self.near.get("\0".join(self.loose.get(syllable, syllable) for syllable in sound)):
            return name, NEAR
        if self.mistaken.isdisjoint(text):
            return None
        looked = text.translate(self.shapes)
        return (looked, SHAPED) if looked in self.spellings else None


def text_keys(pairs: list[tuple[Sound, str]]) -> dict[str, tuple[str, ...]]:
    """Return names by sound, the sound joined to one string."""
    return grouped(("\0".join(sound), name) for sound, name in pairs)
