"""A day or a number in a few typed words: pure."""

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from unicodedata import numeric

from campaign.days import DAY
from handlers.log.actions import Days
from handlers.texts import NEAR_DAYS

LONGEST_COUNT = 12
# The word for two of something is no numeral to Unicode.
PAIR_WORD, PAIR = "\u4e24", 2
DATE = re.compile(r"(?:(\d{4})\D)?(\d{1,2})\D(\d{1,2})\D?")


def day_in(text: str, days: Days) -> date | None:
    """Return the day that a short text names, in the latest year in which it is not to come."""
    near = [back for back, name in NEAR_DAYS.items() if text.strip().startswith(name)]
    if near:
        return days.today - DAY * near[0]
    found = DATE.fullmatch(text.strip())
    if found is None:
        return None
    year, month, day = found[1], int(found[2]), int(found[3])
    with suppress(ValueError):
        named = date(int(year or days.today.year), month, day)
        return named if year or named <= days.today else named.replace(year=named.year - 1)
    return None


def count_in(text: str) -> int | None:
    """Return the one number of a short text, in digits or in Chinese; None when there is none or several."""
    if len(text.strip()) > LONGEST_COUNT:
        return None
    groups = re.findall(r"\d+", text)
    if groups:
        return int(groups[0]) if len(groups) == 1 else None
    found = re.search(r"[^\W\d]+", text)
    values = [PAIR if c == PAIR_WORD else int(numeric(c, -1)) for c in found[0]] if found else []
    spoken = [value for value in values if value >= 0]
    return _spoken(spoken) if spoken else None


def _spoken(values: Sequence[int]) -> int:
    total, digit = 0, None
    for value in values:
        if value < 10:
            digit = value
        else:
            total, digit = total + (1 if digit is None else digit) * value, None
    return total + (digit or 0)
