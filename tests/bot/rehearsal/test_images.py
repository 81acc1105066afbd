"""The size of a picture, read from its first bytes."""

import struct

import pytest

from bot.rehearsal.images import measure
from tests.bot.rehearsal.pictures import png

JPEG = (
    b"\xff\xd8"
    b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    b"\xff\xc0\x00\x11\x08" + struct.pack(">HH", 480, 640)
)
WEBP = b"RIFF\x00\x00\x00\x00WEBP"


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (png(8, 6), (8, 6)),
        (JPEG, (640, 480)),
        (b"GIF89a" + struct.pack("<HH", 30, 20), (30, 20)),
        (WEBP + b"VP8X" + bytes(8) + b"\x7f\x02\x00" + b"\xdf\x01\x00", (640, 480)),
        (WEBP + b"VP8L" + bytes(4) + b"\x2f" + ((479 << 14) | 639).to_bytes(4, "little"), (640, 480)),
        (WEBP + b"VP8 " + bytes(10) + struct.pack("<HH", 640, 480), (640, 480)),
    ],
)
def test_pictures_are_measured(data: bytes, size: tuple[int, int]) -> None:
    assert measure(data) == size


@pytest.mark.parametrize("data", [b"", b"words", b"\xff\xd8", b"\x89PNG\r\n\x1a\n", JPEG[:20], WEBP])
def test_what_is_no_picture_has_no_size(data: bytes) -> None:
    assert measure(data) is None
