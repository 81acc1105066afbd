"""What must not be written here: marks of secrecy, numbers of identity cards and bank cards. Pure."""

import re

from handlers.texts import SECRECY

_SECRECY = re.compile(SECRECY)
_IDENTITY = re.compile(r"(?<![0-9])[0-9]{17}[0-9Xx](?![0-9])")
# No bank card begins as a year does.
_CARD = re.compile(r"(?<![0-9])[3-69](?:[ -]?[0-9]){15,18}(?![0-9])")
# GB 11643-1999: the last character checks the seventeen before it.
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"


def is_sensitive(text: str) -> bool:
    """Tell whether a text bears a mark of secrecy, or the number of an identity card or a bank card."""
    if _SECRECY.search(text):
        return True
    if any(_is_identity(found[0]) for found in _IDENTITY.finditer(text)):
        return True
    return any(_is_card(re.sub(r"\D", "", found[0])) for found in _CARD.finditer(text))


def _is_identity(number: str) -> bool:
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number, strict=False))
    return _CHECKS[total % 11] == number[-1].upper()


def _is_card(digits: str) -> bool:
    doubled = [int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(reversed(digits))]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0
