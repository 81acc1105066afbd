"""The reader's vocabulary: word lists, tables and patterns, kept as YAML beside this file.

Each file holds ``words`` (lists), ``parts`` (pieces of patterns), ``patterns`` and ``tables``. A ``{name}``
in a part or pattern stands for the list or part of that name. Words are added without touching code.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from understanding.patterns import compiled

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
SHORT_LIST = 12
"""Words up to which a list is tried word by word."""

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class LexiconError(ValueError):
    """A lexicon file names a list, part or pattern that is not there, or names one twice."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Compiled vocabulary; patterns work on the plain form of a text (half-width)."""

    words: Mapping[str, tuple[str, ...]]
    patterns: Mapping[str, re.Pattern[str]]
    tables: Mapping[str, Mapping[str, Any]]
    sounds: Mapping[str, str]

    def pattern(self, name: str) -> re.Pattern[str]:
        """Return a compiled pattern. KeyError: no such pattern."""
        return self.patterns[name]

    def table(self, name: str) -> Mapping[str, Any]:
        """Return a table. KeyError: no such table."""
        return self.tables[name]


def load_lexicon(extra: Mapping[str, Sequence[str]] | None = None) -> Lexicon:
    """Read the lexicon; extra adds words to lists by name. LexiconError: files that do not fit together."""
    folder = resources.files("understanding.lexicon")
    sections = [read(file) for file in folder.iterdir() if file.name.endswith(".yaml")]
    words = {name: tuple(map(str, group)) for name, group in merged(sections, "words").items()}
    for name, more in (extra or {}).items():
        words[name] = (*words.get(name, ()), *more)
    parts = {name: any_of(group) for name, group in words.items()}
    parts |= {name: f"(?:{text})" for name, text in merged(sections, "parts").items()}
    patterns = {name: compiled(fill(text, parts)) for name, text in merged(sections, "patterns").items()}
    sounds = (folder / "sounds.txt").read_text(encoding="utf-8")
    return Lexicon(words, patterns, merged(sections, "tables"), dict(by_character(sounds.splitlines())))


def read(file: Traversable) -> Mapping[str, Any]:
    """Return one lexicon file as a mapping of sections."""
    content: Mapping[str, Any] = yaml.load(file.read_text("utf-8"), Loader=Loader)  # noqa: S506  (a safe loader)
    return content


def merged(sections: Iterable[Mapping[str, Any]], kind: str) -> dict[str, Any]:
    """Return all entries of one kind. LexiconError: a name that two files give."""
    entries: dict[str, Any] = {}
    for section in sections:
        more = section.get(kind) or {}
        if twice := entries.keys() & more.keys():
            raise LexiconError(f"{kind}: {', '.join(sorted(twice))}")
        entries |= more
    return entries


def any_of(words: Sequence[str]) -> str:
    """Return a pattern for any of the words, the longest first; a long list is told by first characters."""
    longest = sorted(words, key=len, reverse=True)
    if len(words) <= SHORT_LIST:
        return f"(?:{'|'.join(map(re.escape, longest))})"
    heads = dict.fromkeys(word[0] for word in longest)
    tails = {head: [re.escape(word[1:]) for word in longest if word[0] == head] for head in heads}
    groups = (f"{re.escape(head)}(?:{'|'.join(tails[head])})" for head in heads)
    return f"(?:(?=[{re.escape(''.join(heads))}])(?:{'|'.join(groups)}))"


def fill(text: str, parts: Mapping[str, str]) -> str:
    """Return a pattern with its placeholders filled in, however deep. LexiconError: an unknown one."""
    while match := PLACEHOLDER.search(text):
        if match[1] not in parts:
            raise LexiconError(match[1])
        text = text[: match.start()] + parts[match[1]] + text[match.end() :]
    return text


def by_character(lines: Iterable[str]) -> Iterable[tuple[str, str]]:
    """Yield (character, sound) from lines of a sound and its characters."""
    for line in lines:
        sound, _, characters = line.partition(" ")
        for character in characters:
            yield character, sound
