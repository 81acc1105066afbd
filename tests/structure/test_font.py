"""A character that the committed font lacks would be an empty box in a picture, or nothing at all."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from tests.structure.sources import ROOT, files, text

_FONTS = ROOT / "digests" / "fonts"


def _shown() -> list[Path]:
    rosters = files(".csv", ".yaml", under=("campaigns",))
    return rosters + files(".svg", ".txt", under=("digests",)) + [
        path for path in files(".py", under=("digests", "campaign")) if path.name == "texts.py"
    ]  # fmt: skip


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_the_font_has_every_character_of_rosters_and_digests(weight: str) -> None:
    font = TTFont(_FONTS / f"NotoSansSC-{weight}.subset.ttf")
    assert font["name"].getDebugName(1) == "Noto Sans SC"
    held = set(font.getBestCmap())
    missing = {(str(path), letter) for path in _shown() for letter in text(path) if letter.isprintable()}
    assert not {(path, letter) for path, letter in missing if ord(letter) not in held}


def test_the_licence_stands_beside_the_font() -> None:
    assert "SIL OPEN FONT LICENSE Version 1.1" in (_FONTS / "OFL.txt").read_text()
