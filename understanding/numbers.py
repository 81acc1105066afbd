"""Numerals as people write them: digits, Chinese numerals, mixed, and rough ones."""

from collections.abc import Mapping

from understanding.lexicon import Lexicon


class Numerals:
    """Reads numerals with the lexicon's table of digits and units."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.digits: Mapping[str, int] = lexicon.table("digits")
        self.units: Mapping[str, int] = lexicon.table("units")

    def read(self, text: str) -> int | None:
        """Return the number a numeral stands for, the lower end of a rough one; None when it is none."""
        if text.isdecimal():
            return int(text)
        total, digit = 0, None
        for character in text:
            if character in self.units:
                total, digit = self.raised(total, digit, self.units[character]), None
            elif character not in self.digits:
                return None
            elif digit is None:
                digit = self.digits[character]
            elif self.spelt_out(text):
                return self.positional(text)
        return total + (digit or 0) if text else None

    def raised(self, total: int, digit: int | None, unit: int) -> int:
        """Return the total after a unit: ten thousands multiply what stands before, the rest add."""
        if unit >= 10_000:
            return (total + (digit or 0) or 1) * unit
        return total + (1 if digit is None else digit) * unit

    def spelt_out(self, text: str) -> bool:
        """Tell whether a numeral names digit after digit, as years do."""
        return len(text) > 2 and all(character in self.digits for character in text)

    def positional(self, text: str) -> int:
        """Return the number whose digits are named one by one."""
        return int("".join(str(self.digits[character]) for character in text))
