"""A drawing as PNG, with the committed font alone: what the machine has installed changes nothing.

Import it when something is drawn, not before: Pillow would cost every start. Colours are kept exactly.
Between those that touch there are a few steps, so that 256 are enough for all and the file stays small.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from digests.picture.palette import Colour, Pair, palette_of
from digests.picture.plate import colour, plate_image, touching
from digests.picture.shapes import HALO, At, Box, Disc, Drawing, Group, Plate, Rect, Shape, Words
from digests.typeface import Typeface

COMPRESSION = 5
# Rounded corners are drawn so many times as big, and made small again.
FINER = 8
# So far below the line that letters stand on there is no ink, as a share of their size.
BARE_BELOW = 0.16
ANCHORS = {At.START: "ls", At.MIDDLE: "ms", At.END: "rs"}


def png_of(drawing: Drawing, typeface: Typeface, zoom: float) -> bytes:
    """Return the PNG, `zoom` pixels a unit."""
    canvas = Canvas(drawing, typeface, zoom)
    canvas.draw(drawing.shapes)
    return canvas.png()


class Canvas:
    """A picture that is being drawn; everything stands on whole pixels."""

    def __init__(self, drawing: Drawing, typeface: Typeface, zoom: float) -> None:
        self._zoom = zoom
        self._paper = colour(drawing.paper)
        size = round(drawing.width * zoom), round(drawing.height * zoom)
        self._image = Image.new("RGB", size, self._paper)
        self._draw = ImageDraw.Draw(self._image)
        self._touching: dict[Pair, None] = {(self._paper, self._paper): None}
        # None of them holds the canvas: a picture is given back as soon as it is a file.
        self._font = cache(partial(_loaded_font, typeface.paths))
        self._mask, self._stamp = cache(_rounded), cache(partial(_new_stamp, self._font))

    def draw(self, shapes: Iterable[Shape]) -> None:
        """Draw shapes, each over those before."""
        for shape in shapes:
            match shape:
                case Group():
                    self.draw(shape.shapes)
                case Plate():
                    self._plate(shape)
                case Rect():
                    self._rect(shape)
                case Disc():
                    self._disc(shape)
                case Words():
                    self._words(shape)

    def png(self) -> bytes:
        """Return what is drawn."""
        palette = Image.new("P", (1, 1))
        palette.putpalette([part for colour in palette_of(self._touching) for part in colour])
        file = BytesIO()
        drawn = self._image.quantize(palette=palette, dither=Image.Dither.NONE)
        drawn.save(file, "PNG", compress_level=COMPRESSION)
        return file.getvalue()

    def _rect(self, rect: Rect) -> None:
        left, top, right, bottom = self._pixels(rect.box)
        radius, line = round(rect.radius * self._zoom), 0
        if rect.line:
            line = max(1, round(rect.line * self._zoom))
            self._fill((left, top, right, bottom), radius, colour(rect.border))
        inner = (left + line, top + line, right - line, bottom - line)
        self._fill(inner, max(0, radius - line), colour(rect.fill))

    def _plate(self, plate: Plate) -> None:
        left, top, *_ = self._pixels(plate.box)
        self._image.paste(plate_image(plate, self._paper, self._zoom), (left, top))
        self._touching |= dict.fromkeys(touching(plate, self._paper))

    def _fill(self, box: tuple[int, int, int, int], radius: int, fill: Colour) -> None:
        left, top, right, bottom = box
        if right <= left or bottom <= top:
            return
        radius = min(radius, (right - left) // 2, (bottom - top) // 2)
        if radius:
            self._touching[self._below(left, top), fill] = None
            self._image.paste(fill, (left, top), self._mask(right - left, bottom - top, radius))
        else:
            self._draw.rectangle((left, top, right - 1, bottom - 1), fill)

    def _disc(self, disc: Disc) -> None:
        side = 2 * disc.radius
        self._rect(Rect(Box(disc.x - disc.radius, disc.y - disc.radius, side, side), disc.fill, disc.radius))

    def _words(self, words: Words) -> None:
        ink = colour(words.ink)
        x, y = round(words.x * self._zoom), round(words.y * self._zoom)
        font = self._font(round(words.size * self._zoom, 1), words.bold)
        self._touching[self._below(x, y + round(font.size * BARE_BELOW)), ink] = None
        if words.halo:
            halo = colour(words.halo)
            self._touching[halo, ink] = None
            wide, anchor = round(words.size * self._zoom * HALO), ANCHORS[words.at]
            self._draw.text(
                (x, y), words.words, ink, font, anchor=anchor, stroke_width=wide, stroke_fill=halo
            )
        elif words.words.isascii() or len(words.words) == 1:  # letters and numbers come again and again
            mask, left, top = self._stamp(words.words, font.size, words.bold, words.at)
            self._image.paste(ink, (x + left, y + top), mask)
        else:
            self._draw.text((x, y), words.words, ink, font, anchor=ANCHORS[words.at])

    def _below(self, x: int, y: int) -> Colour:
        """Return the colour that something is drawn over."""
        inside = min(max(0, x), self._image.width - 1), min(max(0, y), self._image.height - 1)
        found = self._image.getpixel(inside)
        return (found[0], found[1], found[2]) if isinstance(found, tuple) else self._paper

    def _pixels(self, box: Box) -> tuple[int, int, int, int]:
        left, top = round(box.x * self._zoom), round(box.y * self._zoom)
        return left, top, round((box.x + box.width) * self._zoom), round((box.y + box.height) * self._zoom)


def _loaded_font(paths: Sequence[str], size: float, bold: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(paths[bold], size, layout_engine=ImageFont.Layout.BASIC)


def _new_stamp(
    fonts: Callable[[float, bool], ImageFont.FreeTypeFont], words: str, size: float, bold: bool, at: At
) -> tuple[Image.Image, int, int]:
    """Return words as a mask, and where that stands from the point that they are written at."""
    font = fonts(size, bold)
    left, top, right, bottom = (int(side) for side in font.getbbox(words, anchor=ANCHORS[at]))
    mask = Image.new("L", (max(1, right - left), max(1, bottom - top)))
    ImageDraw.Draw(mask).text((-left, -top), words, 255, font, anchor=ANCHORS[at])
    return mask, left, top


def _rounded(width: int, height: int, radius: int) -> Image.Image:
    """Return a rectangle with rounded corners, as a mask."""
    big = Image.new("L", (radius * FINER, radius * FINER))
    ImageDraw.Draw(big).ellipse((0, 0, 2 * radius * FINER - 1, 2 * radius * FINER - 1), 255)
    corner = big.resize((radius, radius), Image.Resampling.BOX)
    upper = Image.new("L", (width, radius), 255)
    upper.paste(corner, (0, 0))
    upper.paste(corner.transpose(Image.Transpose.FLIP_LEFT_RIGHT), (width - radius, 0))
    mask = Image.new("L", (width, height), 255)
    mask.paste(upper, (0, 0))
    mask.paste(upper.transpose(Image.Transpose.FLIP_TOP_BOTTOM), (0, height - radius))
    return mask
