"""Pictures with a map, and what a map says, read back from its SVG."""

from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from digests.atlas import Atlas, Charts
from digests.facts import DigestFacts
from digests.picture.drawing import drawings
from digests.picture.svg import svg_of
from digests.typeface import load_typeface
from tests.digests.borders import Place, country, write_borders
from tests.digests.drawn import SVG, said


@dataclass(frozen=True)
class Shown:
    """A county of a picture: its data, whether it is an area of the map, and the words it stands under."""

    data: dict[str, str]
    on_map: bool
    words: list[str]


def atlas_of(folder: Path, places: list[Place], across: int = 12) -> Atlas:
    """A made-up country of these counties, so many side by side."""
    return Atlas(write_borders(folder / "borders", country(places, across)))


def mapped(facts: DigestFacts, charts: Charts) -> list[str]:
    """Every page of a digest's picture."""
    return [svg_of(drawing) for drawing in drawings(facts, load_typeface(), charts)]


def shown(svg: str) -> dict[int, Shown]:
    """The counties of a page by their place in the facts."""
    page = ET.fromstring(svg)  # noqa: S314 - written by ourselves
    found = {
        int(part.get("data-area", "")): Shown(_data(part), True, [])
        for part in page.iter()
        if "data-area" in part.attrib
    }
    for group in page.iter(f"{SVG}g"):
        if place := group.get("data-county"):
            found.setdefault(int(place), Shown(_data(group), False, [])).words.extend(said(group))
        if place := group.get("data-label"):
            found[int(place)].words.extend(said(group))
        for place in (group.get("data-listed") or "").split():
            found[int(place)].words.append("".join(said(group)))
    return found


def _data(part: ET.Element) -> dict[str, str]:
    return {name.removeprefix("data-"): value for name, value in part.attrib.items() if "data-" in name}
