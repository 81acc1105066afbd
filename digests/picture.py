"""The picture of a digest: one tile a county, by colour, letter and number, so that it also reads in grey."""

from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape

from campaign.standing import CountyState
from digests import texts
from digests.facts import CountyFacts, DigestFacts
from digests.tiles import (
    LABELLED_RATIO,
    MARGIN,
    PLAIN_RATIO,
    WIDTH,
    Box,
    Sheet,
    fitting_size,
    in_lines,
    lay_out,
)
from digests.typeface import FAMILY, Typeface, load_typeface

PAPER = "#f7f8fa"
INK = "#1b2733"
FAINT = "#5b6875"
DEMO_FILL = "#8a1c7c"
ASCENT = 0.36
ROOM = WIDTH - 2 * MARGIN


@dataclass(frozen=True, slots=True)
class Paint:
    """Fill, border and letters of a tile; the lightness falls from D to A, so grey keeps the order."""

    fill: str
    border: str
    ink: str
    line: float


PAINTS = {
    CountyState.DONE: Paint("#0b4f7d", "#0b4f7d", "#ffffff", 0.0),
    CountyState.CONTACTED: Paint("#8cc5e8", "#8cc5e8", "#0d2b40", 0.0),
    CountyState.QUIET: Paint("#fbe6ad", "#d9a520", "#4a3500", 0.018),
    CountyState.NEVER: Paint("#ffffff", "#c2410c", "#9a3209", 0.034),
}


def digest_picture(facts: DigestFacts) -> bytes:
    """Return the PNG of a digest; raise TypefaceError when the font cannot draw it."""
    typeface = load_typeface()
    return render(picture_svg(facts, typeface), typeface)


def render(svg: str, typeface: Typeface, zoom: float = 1.0) -> bytes:
    """Draw an SVG with the committed font alone; what the machine has installed changes nothing."""
    from resvg_py import svg_to_bytes  # noqa: PLC0415 - 3 MB that only a digest needs

    drawn: bytes = svg_to_bytes(
        svg_string=svg, skip_system_fonts=True, font_files=list(typeface.paths), zoom=zoom
    )
    return drawn


def picture_svg(facts: DigestFacts, typeface: Typeface) -> str:
    """Return the picture as SVG."""
    counties = _by_prefecture(facts)
    sheet = lay_out(len(counties), LABELLED_RATIO if facts.several_prefectures else PLAIN_RATIO)
    brush = Brush(typeface)
    parts = [*_header(facts, brush), *_legend(facts, brush), *_footer(facts, sheet, brush)]
    for county, box in zip(counties, sheet.tiles, strict=True):
        parts += _tile(facts, county, box, brush)
    return _document(sheet, parts)


def _document(sheet: Sheet, parts: Iterable[str]) -> str:
    pixels = f'width="{WIDTH * sheet.fineness:.0f}" height="{sheet.height * sheet.fineness:.0f}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {pixels} viewBox="0 0 {WIDTH} {sheet.height}" '
        f'font-family="{FAMILY}"><rect width="100%" height="100%" fill="{PAPER}"/>{"".join(parts)}</svg>'
    )


@dataclass(frozen=True, slots=True)
class Brush:
    """Writes text into the picture; fixed words must be drawable, typed ones are made so."""

    typeface: Typeface

    def fixed(self, box: Box, words: str, size: float, ink: str, style: str = "") -> str:
        """Draw words of our own, their middle line in the middle of `box`."""
        return _text(box, self.typeface.require(words), size, ink, style)

    def typed(self, box: Box, words: str, size: float, ink: str, style: str = "") -> str:
        """Draw words that somebody typed."""
        return _text(box, self.typeface.drawable(words), size, ink, style)


def _text(box: Box, words: str, size: float, ink: str, style: str) -> str:
    fitted = fitting_size(words, size, box.width)
    x = box.x
    if "middle" in style:
        x += box.width / 2
    elif "end" in style:
        x += box.width
    y = box.y + box.height / 2 + fitted * ASCENT
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{fitted:.1f}" fill="{ink}" {style}>{escape(words)}</text>'
    )


BOLD = 'font-weight="700"'
MIDDLE = 'text-anchor="middle"'
END = 'text-anchor="end"'


def _by_prefecture(facts: DigestFacts) -> list[CountyFacts]:
    """Put counties of a prefecture together; otherwise the roster's order holds."""
    order = {name: n for n, name in reversed(list(enumerate(c.prefecture for c in facts.counties)))}
    return sorted(facts.counties, key=lambda county: order[county.prefecture])


def _header(facts: DigestFacts, brush: Brush) -> Iterable[str]:
    yield brush.fixed(Box(MARGIN, 40, ROOM - 282, 56), texts.PICTURE_TITLE, 50, INK, BOLD)
    yield brush.typed(Box(MARGIN, 104, ROOM, 40), facts.title, 30, INK)
    yield brush.fixed(
        Box(MARGIN, 146, ROOM, 40), texts.picture_subtitle(facts.kinds, facts.cut_off), 30, FAINT
    )
    marks = [*([texts.DEMO] if facts.demo else []), *([texts.LIVE] if facts.live else [])]
    for n, mark in enumerate(marks):
        pill = Box(WIDTH - MARGIN - 120 - n * 132, 40, 120, 56)
        yield _rectangle(pill, DEMO_FILL, DEMO_FILL, 0, 28)
        yield brush.fixed(pill, mark, 36, "#ffffff", f"{BOLD} {MIDDLE}")


def _legend(facts: DigestFacts, brush: Brush) -> Iterable[str]:
    half = ROOM / 2
    for n, state in enumerate(CountyState):
        x, y = MARGIN + n % 2 * half, 204 + n // 2 * 54
        paint, swatch = PAINTS[state], Box(x, y, 56, 42)
        yield _rectangle(swatch, paint.fill, paint.border, 3 if paint.line else 0, 8)
        yield brush.fixed(swatch, state.value, 28, paint.ink, f"{BOLD} {MIDDLE}")
        words = texts.legend(state, facts.count(state))
        yield brush.fixed(Box(x + 72, y, half - 84, 42), words, 30, INK)


def _tile(facts: DigestFacts, county: CountyFacts, box: Box, brush: Brush) -> Iterable[str]:
    paint, pad, top = PAINTS[county.state], box.width * 0.07, box.width * 0.216
    yield _rectangle(box, paint.fill, paint.border, box.width * paint.line, box.width * 0.06)
    corner = Box(box.x + pad * 1.2, box.y + pad * 0.8, box.width - pad * 2.4, top)
    yield brush.fixed(corner, county.state.value, box.width * 0.17, paint.ink, BOLD)
    yield brush.fixed(corner, texts.tile_number(county, facts.quota), box.width * 0.16, paint.ink, END)
    rest = Box(box.x + pad, box.y + top + pad * 0.5, box.width - 2 * pad, box.height - top - pad * 1.2)
    if facts.several_prefectures:
        share = rest.height * 0.32
        label = Box(rest.x, rest.y, rest.width, share)
        yield brush.typed(label, county.prefecture, box.width * 0.135, paint.ink, MIDDLE)
        rest = Box(rest.x, rest.y + share, rest.width, rest.height - share)
    yield from _name(county.name, rest, box.width * 0.21, paint.ink, brush)


def _name(name: str, box: Box, size: float, ink: str, brush: Brush) -> Iterable[str]:
    lines = in_lines(name, size, box.width)
    share = box.height / len(lines)
    for n, line in enumerate(lines):
        place = Box(box.x, box.y + n * share, box.width, share)
        yield brush.typed(place, line, min(size, share), ink, f"{BOLD} {MIDDLE}")


def _footer(facts: DigestFacts, sheet: Sheet, brush: Brush) -> Iterable[str]:
    yield brush.typed(Box(MARGIN, sheet.foot + 6, ROOM, 36), texts.number_meaning(facts.quota), 25, FAINT)
    yield brush.fixed(Box(MARGIN, sheet.foot + 44, ROOM, 36), texts.MEANING, 25, FAINT)


def _rectangle(box: Box, fill: str, border: str, line: float, radius: float) -> str:
    inset = line / 2
    return (
        f'<rect x="{box.x + inset:.1f}" y="{box.y + inset:.1f}" width="{box.width - line:.1f}" '
        f'height="{box.height - line:.1f}" rx="{radius:.1f}" fill="{fill}" stroke="{border}" '
        f'stroke-width="{line:.1f}"/>'
    )
