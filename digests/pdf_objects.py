"""The objects that a PDF consists of, as bytes."""

import zlib
from collections.abc import Sequence


def document(objects: Sequence[bytes], catalog: int, title: str) -> bytes:
    """Return a file of numbered objects, from 1, with the table of where each lies."""
    info = words(f"<< /Title <FEFF{''.join(utf16(ord(letter)) for letter in title)}> >>")
    parts, places = [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"], []
    for number, body in enumerate([*objects, info], start=1):
        places.append(sum(map(len, parts)))
        parts.append(f"{number} 0 obj\n".encode() + body + b"\nendobj\n")
    start, count = sum(map(len, parts)), len(places) + 1
    rows = "".join(f"{place:010d} 00000 n \n" for place in places)
    trailer = f"<< /Size {count} /Root {catalog} 0 R /Info {count - 1} 0 R >>"
    ending = f"xref\n0 {count}\n0000000000 65535 f \n{rows}trailer\n{trailer}\nstartxref\n{start}\n%%EOF\n"
    return b"".join([*parts, ending.encode()])


def words(text: str) -> bytes:
    """Return an object that is written as it is."""
    return text.encode("ascii")


def stream(data: bytes) -> bytes:
    """Return an object that holds compressed data."""
    packed = zlib.compress(data, 6)
    head = f"<< /Length {len(packed)} /Length1 {len(data)} /Filter /FlateDecode >>\nstream\n"
    return head.encode() + packed + b"\nendstream"


def utf16(code: int) -> str:
    """Return a character in hexadecimal UTF-16."""
    return chr(code).encode("utf-16-be").hex().upper()
