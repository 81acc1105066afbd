"""Reads a .gtc file, the form in which geotool-cn 3 ships its borders; only what is asked for.

Integers are little-endian. A head and a table of sections; records of names sorted by level (province,
prefecture, county), strings, and for each record its polygons: a box of four words, then unsigned varints,
coordinates as zigzag differences. Source: SPEC.md, 4, of that package.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import accumulate
from pathlib import Path
from struct import Struct, iter_unpack, unpack, unpack_from
from struct import error as StructError  # noqa: N812 - a class
from typing import BinaryIO, NamedTuple

MAGIC, FORMAT = b"GTCN", 1
META, NAMES, GEOMETRY, GEOMETRY_INDEX = 1, 2, 3, 4
COUNTY_LEVEL = 2
_HEAD = Struct("<4sHBBIH2xiiIHH")
_SECTION = Struct("<HHIQQ")
_RECORD = Struct("<IB3xIIH2xii")
_BOX = Struct("<4i")
BROKEN = (StructError, IndexError, ValueError, KeyError, OverflowError, MemoryError)

# All bytes of a number but its last have the eighth bit.
_NUMBER = re.compile(rb"[\x80-\xff]*[\x00-\x7f]")

Points = tuple[list[int], list[int]]
"""A ring, in hundred thousandths of a degree: how far east, how far north each point lies."""


class AtlasError(Exception):
    """The borders cannot be read: the words say what is wrong, never more than a type's name or a number."""


class Bounds(NamedTuple):
    """Where something lies: west, south, east, north."""

    west: int
    south: int
    east: int
    north: int

    @property
    def size(self) -> int:
        """How much it covers."""
        return max(1, self.east - self.west) * max(1, self.north - self.south)


class Region(NamedTuple):
    """A county in the file: its names, and where its polygons stand in the file, in bytes."""

    prefecture: str
    name: str
    start: int
    size: int


def read_regions(path: Path) -> tuple[Region, ...]:
    """Return all counties of a file that have polygons; raise AtlasError."""
    with _opened(path) as file:
        return tuple(_regions(file))


def read_bounds(path: Path, regions: Iterable[Region]) -> list[Bounds]:
    """Return where counties lie; raise AtlasError."""
    with _opened(path) as file:
        return [Bounds(*_BOX.unpack(_section(file, region.start, _BOX.size))) for region in regions]


def read_rings(path: Path, regions: Iterable[Region]) -> Iterator[list[Points]]:
    """Return the rings of counties, outer and inner alike, east and north growing; raise AtlasError."""
    steps = _Steps()
    with _opened(path) as file:
        for region in regions:
            yield list(_rings(_section(file, region.start, region.size), steps))


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """Open a file; whatever is wrong with it becomes AtlasError."""
    try:
        with path.open("rb") as file:
            yield file
    except OSError as error:
        raise AtlasError(type(error).__name__) from None
    except BROKEN as error:
        raise AtlasError(f"broken: {type(error).__name__}") from None


def _regions(file: BinaryIO) -> Iterator[Region]:
    magic, form, _, _, _, count, *_ = _HEAD.unpack(file.read(_HEAD.size))
    if magic != MAGIC or form != FORMAT:
        raise AtlasError(f"format {form}")
    sections = {
        kind: (start, size)
        for kind, _, _, start, size in iter_unpack(_SECTION.format, file.read(_SECTION.size * count))
    }
    meta, names = (_section(file, *sections[kind]) for kind in (META, NAMES))
    index = _section(file, *sections[GEOMETRY_INDEX])
    offsets = unpack(f"<{len(index) // 4}I", index)
    start = sections[GEOMETRY][0]
    records = unpack_from("<I", meta)[0]
    rows = [_RECORD.unpack_from(meta, 4 + n * _RECORD.size) for n in range(records)]
    called = [names[row[3] : row[3] + row[4]].decode() for row in rows]
    # Of a code that stands for a prefecture and for its only county, the prefecture comes first.
    above: dict[int, str] = {}
    for row, name in zip(rows, called, strict=True):
        above.setdefault(row[0], name)
    for n, (row, name) in enumerate(zip(rows, called, strict=True)):
        size = offsets[n + 1] - offsets[n]
        if row[1] == COUNTY_LEVEL and size > _BOX.size and row[2] in above:
            yield Region(above[row[2]], name, start + offsets[n], size)


def _section(file: BinaryIO, start: int, size: int) -> bytes:
    file.seek(start)
    found = file.read(size)
    if len(found) != size:
        raise AtlasError("cut short")
    return found


def _rings(data: bytes, steps: "_Steps") -> Iterator[Points]:
    numbers = _NUMBER.findall(data, _BOX.size)
    place = 1
    for _ in range(_number(numbers[0])):
        rings, place = _number(numbers[place]), place + 1
        for _ in range(rings):
            count, place = _number(numbers[place]), place + 1
            end = place + 2 * count
            if not count or end > len(numbers):
                raise AtlasError("cut short")
            moves = list(map(steps.__getitem__, numbers[place:end]))
            yield list(accumulate(moves[::2])), list(accumulate(moves[1::2]))
            place = end


class _Steps(dict[bytes, int]):
    """What written numbers mean as differences; most come again and again."""

    def __missing__(self, written: bytes) -> int:
        number = _number(written)
        self[written] = step = (number >> 1) ^ -(number & 1)
        return step


def _number(written: bytes) -> int:
    """Return a number of seven bits a byte, low ones first."""
    return sum((byte & 0x7F) << 7 * n for n, byte in enumerate(written))
