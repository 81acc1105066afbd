"""Reads a PNG back into pixels: eight bits, four channels, not interlaced, as the renderer writes them.

Source: the PNG specification, chapter 9 (filters).
"""

import zlib
from collections import Counter
from dataclasses import dataclass
from struct import unpack_from

CHANNELS = 4
Pixel = tuple[int, int, int]


@dataclass(frozen=True)
class Pixels:
    """A picture as rows of bytes."""

    width: int
    height: int
    rows: tuple[bytes, ...]

    def at(self, x: int, y: int) -> Pixel:
        start = x * CHANNELS
        red, green, blue = self.rows[y][start : start + 3]
        return red, green, blue

    def colours(self) -> Counter[Pixel]:
        return Counter(self.at(x, y) for y in range(self.height) for x in range(self.width))


def read_png(data: bytes) -> Pixels:
    width, height, depth, colour, _, _, interlace = unpack_from(">IIBBBBB", data, 16)
    assert (depth, colour, interlace) == (8, 6, 0)
    packed, place = b"", 8
    while place < len(data):
        length, kind = unpack_from(">I4s", data, place)
        packed += data[place + 8 : place + 8 + length] if kind == b"IDAT" else b""
        place += length + 12
    raw, stride = zlib.decompress(packed), width * CHANNELS
    rows: list[bytes] = []
    for n in range(height):
        start = n * (stride + 1)
        rows.append(
            _unfiltered(raw[start], raw[start + 1 : start + 1 + stride], rows[-1:] or [bytes(stride)])
        )
    return Pixels(width, height, tuple(rows))


def _unfiltered(kind: int, line: bytes, before: list[bytes]) -> bytes:
    out, up = bytearray(line), before[0]
    for n in range(len(out)):
        left = out[n - CHANNELS] if n >= CHANNELS else 0
        corner = up[n - CHANNELS] if n >= CHANNELS else 0
        guess = (0, left, up[n], (left + up[n]) // 2, _paeth(left, up[n], corner))[kind]
        out[n] = (out[n] + guess) & 0xFF
    return bytes(out)


def _paeth(left: int, up: int, corner: int) -> int:
    guess = left + up - corner
    return min((left, up, corner), key=lambda value: abs(guess - value))
