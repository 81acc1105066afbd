"""Words broken to the width that a page has for them."""

from digests.glyphs import Font


def wrapped(font: Font, words: str, size: float, width: float) -> list[str]:
    """Break words into rows that fit."""
    rows = [""]
    for letter in words:
        if font.width(rows[-1] + letter, size) > width:
            rows.append("")
        rows[-1] += letter
    return rows


def fitting(font: Font, words: str, size: float, width: float) -> str:
    """Return as much of the words as fits one row."""
    return wrapped(font, words, size, width)[0]
