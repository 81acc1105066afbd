"""A drawing as SVG: for printing, and for reading a picture back."""

from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

from digests.picture.shapes import HALO, Area, At, Disc, Drawing, Group, Plate, Rect, Shape, Words
from digests.typeface import FAMILY


def svg_of(drawing: Drawing) -> str:
    """Return the SVG, a unit a pixel."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{drawing.width}" height="{drawing.height}" '
        f'viewBox="0 0 {drawing.width} {drawing.height}" font-family="{FAMILY}, sans-serif">'
        f'<rect width="100%" height="100%" fill="{drawing.paper}"/>{_all(drawing.shapes)}</svg>\n'
    )


def _all(shapes: Iterable[Shape]) -> str:
    return "".join(map(_one, shapes))


def _one(shape: Shape) -> str:
    match shape:
        case Group(data, shapes):
            return f"<g{_named(data)}>{_all(shapes)}</g>"
        case Plate():
            return _plate(shape)
        case Disc():
            return (
                f'<circle cx="{shape.x:.2f}" cy="{shape.y:.2f}" r="{shape.radius:.2f}" fill="{shape.fill}"/>'
            )
        case Rect():
            return _rect(shape)
        case Words():
            return _words(shape)


def _named(data: Mapping[str, str]) -> str:
    return "".join(f" data-{name}={quoteattr(value)}" for name, value in data.items())


def _plate(plate: Plate) -> str:
    """Areas, then their own borders, then the strong lines."""
    bordered = [area for area in plate.areas if area.line]
    fills = "".join(
        f'<path{_named(area.data)} fill="{area.fill}" d="{_path(area.rings, "Z")}"/>' for area in plate.areas
    )
    strong = f'stroke="{plate.strong_ink}" stroke-width="{plate.thick:.2f}" d="{_path(plate.strong)}"'
    borders = "".join(f'<path{_stroke(area)} d="{_path(area.rings, "Z")}"/>' for area in bordered)
    return (
        f'<g transform="translate({plate.box.x:.2f} {plate.box.y:.2f})" stroke-linejoin="round">'
        f'<g fill-rule="evenodd" stroke="{plate.thin_ink}" stroke-width="{plate.thin:.2f}">{fills}</g>'
        f'<g fill="none"><path {strong}/>{borders}</g></g>'
    )


def _stroke(area: Area) -> str:
    return f' stroke="{area.border}" stroke-width="{area.line:.2f}"'


def _path(rings: Iterable[Iterable[tuple[float, float]]], end: str = "") -> str:
    return "".join("M" + " ".join(f"{x:.1f} {y:.1f}" for x, y in ring) + end for ring in rings)


def _rect(rect: Rect) -> str:
    box, inset = rect.box, rect.line / 2
    stroke = f' stroke="{rect.border}" stroke-width="{rect.line:.2f}"' if rect.line else ""
    return (
        f'<rect x="{box.x + inset:.2f}" y="{box.y + inset:.2f}" width="{max(0, box.width - rect.line):.2f}" '
        f'height="{max(0, box.height - rect.line):.2f}" rx="{max(0, rect.radius - inset):.2f}" '
        f'fill="{rect.fill}"{stroke}/>'
    )


def _words(words: Words) -> str:
    anchor = "" if words.at is At.START else f' text-anchor="{words.at}"'
    weight = ' font-weight="700"' if words.bold else ""
    if words.halo:
        halo = f'stroke="{words.halo}" stroke-width="{2 * HALO * words.size:.2f}" paint-order="stroke"'
        weight += f' {halo} stroke-linejoin="round"'
    return (
        f'<text x="{words.x:.2f}" y="{words.y:.2f}" font-size="{words.size:.2f}" fill="{words.ink}"'
        f"{anchor}{weight}>{escape(words.words)}</text>"
    )
