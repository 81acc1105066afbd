"""A made-up country in the form in which borders are shipped: counties are squares, side by side."""

from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from struct import pack

from digests.atlas.file import GEOMETRY, GEOMETRY_INDEX, META, NAMES

SIDE = 20_000
Place = tuple[str, str]
Ring = Sequence[tuple[int, int]]
County = tuple[Place, Sequence[Ring]]


def square(column: int, row: int, side: int = SIDE, corners: int = 1) -> list[tuple[int, int]]:
    """A square's ring, counted from a corner of the country; `corners` more points on its first side."""
    x, y = 11_000_000 + column * SIDE, 3_000_000 + row * SIDE
    first = [(x + side * n // corners, y) for n in range(corners)]
    return [*first, (x + side, y), (x + side, y + side), (x, y + side)]


def country(places: Sequence[Place], across: int = 12) -> list[County]:
    """So many squares in a row, rows below each other."""
    return [(place, [square(n % across, -(n // across))]) for n, place in enumerate(places)]


def write_borders(path: Path, counties: Iterable[County]) -> Path:
    """Write a file of counties; each ring is a polygon of its own."""
    found = list(counties)
    prefectures = list(dict.fromkeys(prefecture for (prefecture, _), _ in found))
    codes = {name: 110_100 + n for n, name in enumerate(prefectures)}
    rows = [(codes[name], 1, 0, name, b"") for name in prefectures]
    rows += [(210_000 + n, 2, codes[place[0]], place[1], _geometry(rings))
             for n, (place, rings) in enumerate(found)]  # fmt: skip
    names, meta, shapes, offsets = b"", pack("<I", len(rows)), b"", [0]
    for code, level, above, name, geometry in rows:
        written = name.encode()
        meta += pack("<IB3xIIH2xii", code, level, above, len(names), len(written), 0, 0)
        names, shapes = names + written, shapes + geometry
        offsets.append(len(shapes))
    index = pack(f"<{len(offsets)}I", *offsets)
    sections = {META: meta, NAMES: names, GEOMETRY: shapes, GEOMETRY_INDEX: index}
    start = 32 + 24 * len(sections)
    table, body = b"", b""
    for kind, data in sections.items():
        table += pack("<HHIQQ", kind, 0, 0, start + len(body), len(data))
        body += data
    path.write_bytes(
        pack("<4sHBBIH2xiiIHH", b"GTCN", 1, 0, 5, 1, len(sections), 0, 0, 0, 0, 0) + table + body
    )
    return path


def _geometry(rings: Sequence[Ring]) -> bytes:
    points = list(chain.from_iterable(rings))
    if not points:
        return b""
    xs, ys = zip(*points, strict=True)
    numbers = [len(rings)]
    for ring in rings:
        numbers += [1, len(ring)]
        for (x, y), (from_x, from_y) in zip(ring, [(0, 0), *ring], strict=False):
            numbers += [_zigzag(x - from_x), _zigzag(y - from_y)]
    return pack("<4i", min(xs), min(ys), max(xs), max(ys)) + b"".join(map(_varint, numbers))


def _zigzag(number: int) -> int:
    return number << 1 if number >= 0 else -number * 2 - 1


def _varint(number: int) -> bytes:
    found = []
    while number > 0x7F:
        found.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*found, number])
