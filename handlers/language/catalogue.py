"""A catalogue of translations: the Chinese line is the key, and what is not in it stays as it is.

The file has gettext's PO form, which translators know. An entry is a whole line, a button or a description,
or a phrase that lines are made of. What changes in it stands in braces and is looked up by itself; a name
that ends in one of `KINDS` stands for nothing else than that, one in `TYPED` for what somebody typed.
"""

import re
from ast import literal_eval
from collections.abc import Iterator, Mapping
from importlib.resources import files

from campaign.languages import Language

BOLD = re.compile(r"<b>(.*)</b>(.*)")
BRACED = re.compile(r"\{(\w+)\}")
ENTRY = re.compile(r'^(msgid|msgstr) (".*")$')
LEADING = re.compile(r"((?:\u00b7|\d+\.) )(.*)")
DOT = " \u00b7 "
SEMICOLON = "\uff1b"
TYPED = "_text"
DAY = r"(?:\d+\u5e74)?\d+\u6708\d+\u65e5"
KINDS = {"_n": r"\d+", "_day": DAY, "_weekday": "\u5468[\u4e00-\u9fff]", "_numbers": "\\d+(?:\u3001\\d+)*"}
CHINESE = re.compile("[\u3400-\u9fff\uff00-\uffef]")


class Catalogue:
    """Says in one other language what was written in Chinese."""

    def __init__(self, entries: Mapping[str, str]) -> None:
        self._words = {source: said for source, said in entries.items() if not BRACED.search(source)}
        longest_first = sorted(entries.items(), key=lambda entry: -len(BRACED.sub("", entry[0])))
        self._patterns = [
            (_pattern(source), said) for source, said in longest_first if source not in self._words
        ]

    def say(self, text: str) -> str:
        """Return a text, line by line."""
        return "\n".join(map(self._line, text.split("\n")))

    def _line(self, line: str) -> str:
        if not CHINESE.search(line):
            return line
        if found := LEADING.fullmatch(line):
            return found[1] + self._line(found[2])
        if DOT in line:
            return DOT.join(map(self._line, line.split(DOT)))
        said = self._listed(line) or self._phrase(line)
        if said is not None:
            return said
        if found := BOLD.fullmatch(line):
            return f"<b>{self._line(found[1])}</b>{self._line(found[2])}"
        return line

    def _listed(self, line: str) -> str | None:
        """Return a list of phrases; None when one of them is none."""
        said = [self._phrase(part) for part in line.split(SEMICOLON)] if SEMICOLON in line else []
        known = [part for part in said if part is not None]
        return "; ".join(known) if known and len(known) == len(said) else None

    def _phrase(self, words: str) -> str | None:
        if words in self._words:
            return self._words[words]
        for pattern, said in self._patterns:
            if found := pattern.fullmatch(words):
                return said.format(
                    **{name: self._part(name, part) for name, part in found.groupdict().items()}
                )
        return None

    def _part(self, name: str, part: str) -> str:
        said = None if name.endswith(TYPED) else self._phrase(part)
        return part if said is None else said


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
    return re.compile("".join(_group(part) if n % 2 else re.escape(part) for n, part in enumerate(parts)))


def _group(name: str) -> str:
    kind = next((pattern for suffix, pattern in KINDS.items() if name.endswith(suffix)), ".+?")
    return f"(?P<{name}>{kind})"
