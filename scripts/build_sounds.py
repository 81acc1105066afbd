"""Write understanding/lexicon/sounds.txt: the toneless readings of the common characters, from pypinyin.

Run by hand when pypinyin is updated: ``python scripts/build_sounds.py``. The reader uses the table, so that
pypinyin (65 MB in memory) is never imported by the program.
"""

from collections import defaultdict
from pathlib import Path

from pypinyin import Style, pinyin

TARGET = Path(__file__).parent.parent / "understanding" / "lexicon" / "sounds.txt"


def common_characters() -> list[str]:
    """Return the characters of GB 2312, which holds every character of the county names in use."""
    pairs = (bytes((high, low)) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    return [text for pair in pairs if (text := pair.decode("gb2312", errors="ignore"))]


def county_characters() -> list[str]:
    """Return rarer characters that occur in county names."""
    return [chr(code) for code in range(0x4E00, 0x9FA6) if len(chr(code).encode("gbk", errors="ignore")) == 2]


def main() -> None:
    """Group the characters by sound and write one line a sound."""
    by_sound: defaultdict[str, list[str]] = defaultdict(list)
    for character in dict.fromkeys(common_characters() + county_characters()):
        by_sound[pinyin(character, style=Style.NORMAL)[0][0]].append(character)
    rows = (f"{sound} {''.join(characters)}" for sound, characters in sorted(by_sound.items()))
    TARGET.write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
