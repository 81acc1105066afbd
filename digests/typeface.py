"""The committed font, and a reader of just enough TrueType to know which characters it can draw.

A renderer drops text silently when the family is not found or a glyph is missing, so both are checked here.
Tables `cmap` (formats 4 and 12) and `name`: Microsoft's OpenType specification.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from itertools import chain
from pathlib import Path
from struct import unpack_from

FAMILY = "Noto Sans SC"
FILES = ("NotoSansSC-Regular.subset.ttf", "NotoSansSC-Bold.subset.ttf")
FAMILY_NAME_ID = 1
# Joiners, variation selectors and direction marks draw nothing by themselves.
INVISIBLE = frozenset((*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF,
                       *range(0xFE00, 0xFE10), *range(0xE0000, 0xE0200)))  # fmt: skip
STAND_IN = "\u25a1"


class TypefaceError(Exception):
    """The font is missing or of another family, or a fixed text holds a character that it cannot draw."""


@dataclass(frozen=True, slots=True)
class Typeface:
    """The font's files and the code points that all of them can draw."""

    paths: tuple[str, ...]
    characters: frozenset[int]

    def require(self, text: str) -> str:
        """Return a fixed text; raise TypefaceError when a glyph is missing."""
        if missing := {letter for letter in text if ord(letter) not in self.characters}:
            raise TypefaceError(f"no glyph for {sorted(missing)}")
        return text

    def drawable(self, text: str) -> str:
        """Return what somebody typed with undrawable characters replaced and invisible ones dropped."""
        seen = (letter for letter in " ".join(text.split()) if ord(letter) not in INVISIBLE)
        return "".join(letter if ord(letter) in self.characters else STAND_IN for letter in seen)


def load_typeface(folder: Path | None = None) -> Typeface:
    """Read the font beside this module, or in `folder`; raise TypefaceError."""
    folder = folder or Path(str(files("digests").joinpath("fonts")))
    paths = [folder / name for name in FILES]
    if absent := [path.name for path in paths if not path.is_file()]:
        raise TypefaceError(f"font not found: {absent}")
    fonts = [path.read_bytes() for path in paths]
    if names := {_family(font) for font in fonts} - {FAMILY}:
        raise TypefaceError(f"font of another family: {sorted(names)}")
    characters = frozenset.intersection(
        *(frozenset(chain.from_iterable(_characters(font))) for font in fonts)
    )
    return Typeface(tuple(str(path) for path in paths), characters)


def _table(font: bytes, tag: bytes) -> int:
    for n in range(unpack_from(">H", font, 4)[0]):
        name, _, offset, _ = unpack_from(">4sIII", font, 12 + 16 * n)
        if name == tag:
            return int(offset)
    raise TypefaceError(f"font without a table {tag!r}")


def _family(font: bytes) -> str:
    table = _table(font, b"name")
    count, strings = unpack_from(">HH", font, table + 2)
    for n in range(count):
        platform, _, _, name_id, length, offset = unpack_from(">6H", font, table + 6 + 12 * n)
        if name_id == FAMILY_NAME_ID and platform in {0, 3}:
            start = table + strings + offset
            return font[start : start + length].decode("utf-16-be")
    return ""


def _characters(font: bytes) -> Iterable[range]:
    table = _table(font, b"cmap")
    for n in range(unpack_from(">H", font, table + 2)[0]):
        start = table + unpack_from(">I", font, table + 8 + 8 * n)[0]
        kind = unpack_from(">H", font, start)[0]
        if kind == 4:
            yield from _segments(font, start)
        elif kind == 12:
            yield from _groups(font, start)


def _segments(font: bytes, start: int) -> Iterable[range]:
    """Format 4: the ends and beginnings of runs, in two arrays with a padding word between them."""
    doubled = unpack_from(">H", font, start + 6)[0]
    count = f">{doubled // 2}H"
    ends = unpack_from(count, font, start + 14)
    for first, last in zip(unpack_from(count, font, start + 16 + doubled), ends, strict=True):
        yield range(first, min(last, 0xFFFE) + 1)


def _groups(font: bytes, start: int) -> Iterable[range]:
    """Format 12: runs of three words each."""
    for n in range(unpack_from(">I", font, start + 12)[0]):
        first, last, _ = unpack_from(">III", font, start + 16 + 12 * n)
        yield range(first, last + 1)
