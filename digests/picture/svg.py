"""A drawing as SVG: for printing, and for reading a picture back."""

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from digests.picture.shapes import At, Disc, Drawing, Group, Rect, Shape, Words
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
            named = "".join(f" data-{name}={quoteattr(value)}" for name, value in data.items())
            return f"<g{named}>{_all(shapes)}</g>"
        case Disc():
            return (
                f'<circle cx="{shape.x:.2f}" cy="{shape.y:.2f}" r="{shape.radius:.2f}" fill="{shape.fill}"/>'
            )
        case Rect():
            return _rect(shape)
        case Words():
            return _words(shape)


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
    return (
        f'<text x="{words.x:.2f}" y="{words.y:.2f}" font-size="{words.size:.2f}" fill="{words.ink}"'
        f"{anchor}{weight}>{escape(words.words)}</text>"
    )
