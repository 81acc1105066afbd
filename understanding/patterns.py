"""Patterns that are tried only at the characters with which they can begin.

Python's re tries a pattern at every place of a text, and one of a hundred alternatives takes a microsecond or
more to say no. Most begin with one of some dozens of characters, which is told in a twentieth of that. The
standard library's own parser says which they are; where it cannot, a pattern stays as it was written.
"""

import re
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any

Heads = set[str]
"""Characters, ranges and classes, as they stand between the brackets of a pattern."""
First = tuple[Heads | None, bool]
"""With what something can begin (None: nobody knows), and whether it can be empty."""

_OF_NO_WIDTH = frozenset({"ASSERT", "ASSERT_NOT", "AT"})
_CLASSES = {"CATEGORY_DIGIT": r"\d", "CATEGORY_SPACE": r"\s", "CATEGORY_WORD": r"\w"}


def compiled(text: str) -> re.Pattern[str]:
    """Compile a pattern that matches what the text says, and fails at once where it cannot begin."""
    return re.compile(headed(text))


def headed(text: str) -> str:
    """Return a pattern's text behind a look at the first character, or as it is when that may be any."""
    parser: Any = import_module("re._parser")
    parsed = parser.parse(text)
    heads, empty = _of_sequence(parsed)
    if empty or not heads or parsed.state.flags != re.UNICODE:
        return text
    return f"(?=[{''.join(sorted(heads))}])(?:{text})"


def _of_sequence(parsed: Iterable[tuple[Any, Any]]) -> First:
    heads: Heads = set()
    for kind, what in parsed:
        if kind.name in _OF_NO_WIDTH:
            continue
        more, empty = _of_one(kind.name, what)
        if more is None:
            return None, False
        heads |= more
        if not empty:
            return heads, False
    return heads, True


def _of_one(kind: str, what: Any) -> First:
    match kind:
        case "LITERAL":
            return {re.escape(chr(what))}, False
        case "IN":
            return _of_class(what), False
        case "BRANCH":
            return _of_any([_of_sequence(branch) for branch in what[1]])
        case "SUBPATTERN" if not what[1] and not what[2]:
            return _of_sequence(what[3])
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            heads, empty = _of_sequence(what[2])
            return heads, empty or what[0] == 0
    return None, False


def _of_any(branches: Sequence[First]) -> First:
    heads: Heads = set()
    for more, _ in branches:
        if more is None:
            return None, False
        heads |= more
    return heads, any(empty for _, empty in branches)


def _of_class(items: Iterable[tuple[Any, Any]]) -> Heads | None:
    heads: Heads = set()
    for kind, what in items:
        if kind.name == "LITERAL":
            heads.add(re.escape(chr(what)))
        elif kind.name == "RANGE":
            heads.add("-".join(re.escape(chr(end)) for end in what))
        elif kind.name == "CATEGORY" and what.name in _CLASSES:
            heads.add(_CLASSES[what.name])
        else:
            return None
    return heads
