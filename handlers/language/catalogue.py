"""A catalogue of translations: the Chinese line is the key, and what is not in it stays as it is.

The file has gettext's PO form, which translators know. An entry is a whole line, a button or a description;
what changes in it stands in braces, and is looked up by itself, if it is a word of the catalogue.
"""

import re
from ast import literal_eval
from collections.abc import Iterator, Mapping
from importlib.resources import files

from campaign.languages import Language

BOLD = re.compile(r"<b>(.*)</b>(.*)")
BRACED = re.compile(r"\{(\w+)\}")
ENTRY = re.compile(r'^(msgid|msgstr) (".*")$')


class Catalogue:
    """Says in one other language what was written in Chinese."""

    def __init__(self, entries: Mapping[str, str]) -> None:
        self._words = {source: said for source, said in entries.items() if not BRACED.search(source)}
        longest_first = sorted(entries.items(), key=lambda entry: -len(entry[0]))
        self._patterns = [
            (_pattern(source), said) for source, said in longest_first if source not in self._words
        ]

    def say(self, text: str) -> str:
        """Return a text, line by line."""
        return "\n".join(map(self._line, text.split("\n")))

    def _line(self, line: str) -> str:
        if line in self._words or not line:
            return self._words.get(line, line)
        for pattern, said in self._patterns:
            if found := pattern.fullmatch(line):
                parts = {name: self._words.get(part, part) for name, part in found.groupdict().items()}
                return said.format(**parts)
        if found := BOLD.fullmatch(line):
            return f"<b>{self._line(found[1])}</b>{self._line(found[2])}"
        return line


def entries_of(language: Language) -> Mapping[str, str]:
    """Return a language's entries: Chinese to what it says."""
    text = files("handlers.language").joinpath(f"{language}.po").read_text("utf-8")
    return dict(_pairs(text))


def catalogue_of(language: Language) -> Catalogue:
    """Return a language's catalogue; read when somebody first wants it."""
    return Catalogue(entries_of(language))


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    source = ""
    for line in text.splitlines():
        if found := ENTRY.match(line):
            words: str = literal_eval(found[2])
            if found[1] == "msgid":
                source = words
            elif source and words:
                yield source, words


def _pattern(source: str) -> re.Pattern[str]:
    parts = BRACED.split(source)
    return re.compile(
        "".join(f"(?P<{part}>.+?)" if n % 2 else re.escape(part) for n, part in enumerate(parts))
    )
