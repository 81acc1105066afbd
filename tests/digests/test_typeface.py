"""The font is what it says, and what it cannot draw is refused or replaced, never dropped in silence."""

import shutil
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from digests import texts
from digests.typeface import FILES, TypefaceError, load_typeface


def test_the_reader_finds_every_character_that_fonttools_finds() -> None:
    typeface = load_typeface()
    assert typeface.characters == set.intersection(
        *(set(TTFont(path).getBestCmap()) for path in typeface.paths)
    )


def test_a_missing_font_is_told(tmp_path: Path) -> None:
    with pytest.raises(TypefaceError, match="not found"):
        load_typeface(tmp_path)


def test_a_font_of_another_family_is_told(tmp_path: Path) -> None:
    for path in load_typeface().paths:
        shutil.copy(path, tmp_path)
    font = TTFont(tmp_path / FILES[1])
    font["name"].setName("Another", 1, 3, 1, 0x409)
    font.save(tmp_path / FILES[1])
    with pytest.raises(TypefaceError, match="another family"):
        load_typeface(tmp_path)


def test_a_fixed_text_without_glyph_is_refused() -> None:
    with pytest.raises(TypefaceError, match="no glyph"):
        load_typeface().require("好😀")


def test_every_label_can_be_drawn() -> None:
    typeface = load_typeface()
    for label in (
        *texts.STATES.values(),
        *texts.KINDS.values(),
        texts.MEANING,
        texts.PICTURE_TITLE,
        texts.DEMO,
    ):
        assert typeface.require(label) == label


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("修水县", "修水县"),
        ("修😀水", "修□水"),
        ("☆\ufe0f\u200d", "☆"),
        ("a\n\tb", "a b"),
        ("\u202e县", "县"),
    ],
)
def test_typed_text_is_made_drawable(typed: str, shown: str) -> None:
    assert load_typeface().drawable(typed) == shown
