"""Invites on paper: two columns of slips with a QR code, to be cut apart.

Import it when a sheet is drawn, not before: what draws it would cost every start time and memory. Lengths are
points, 72 to the inch; y counts down from the page's upper edge, as one reads.
"""

import re
from collections.abc import Sequence
from io import BytesIO
from typing import Any

import segno
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from digests.typeface import FAMILY, Typeface, load_typeface
from handlers.invites import texts
from handlers.invites.actions import InviteLine, InviteList

COLUMNS, ROWS = 2, 5
ON_A_PAGE = COLUMNS * ROWS
WIDTH, HEIGHT = A4
MARGIN, HEAD, FOOT = 36.0, 60.0, 30.0
PADDING, CODE, GAP = 12.0, 110.0, 12.0
GREY = 0.35
PIECE = re.compile(r"[!-~]+|.")


def invite_sheet(made: InviteList, username: str) -> bytes:
    """Return the sheet as a PDF of A4 pages; it takes tens of milliseconds: call it off the event loop."""
    groups = [made.lines[first : first + ON_A_PAGE] for first in range(0, len(made.lines), ON_A_PAGE)]
    file = BytesIO()
    sheet = Sheet(file, load_typeface())
    for number, lines in enumerate(groups, start=1):
        sheet.head(made.title, texts.page_number(number, len(groups)))
        for place, line in enumerate(lines):
            sheet.slip(place, line, made, username)
        sheet.canvas.showPage()
    sheet.canvas.save()
    return file.getvalue()


class Sheet:
    """A sheet that is drawn page by page; it carries of the font what it uses."""

    def __init__(self, file: BytesIO, typeface: Typeface) -> None:
        registerFont(TTFont(FAMILY, typeface.paths[0]))
        self._typeface = typeface
        self.canvas: Any = Canvas(file, pagesize=A4)
        self.canvas.setTitle(texts.SHEET_NAME)

    def head(self, title: str, number: str) -> None:
        """Write what stands above the slips."""
        self._text(MARGIN, MARGIN + 16, self._rows(title, 15, WIDTH - 2 * MARGIN)[0], 15)
        self._text(MARGIN, MARGIN + 36, texts.SHEET_HEAD, 11, GREY)
        self._text(WIDTH - MARGIN - stringWidth(number, FAMILY, 9), MARGIN + 36, number, 9, GREY)

    def slip(self, place: int, line: InviteLine, made: InviteList, username: str) -> None:
        """Draw one person's slip at a place of the page, counted from 0."""
        wide, high = (WIDTH - 2 * MARGIN) / COLUMNS, (HEIGHT - MARGIN - HEAD - FOOT) / ROWS
        x, y = MARGIN + place % COLUMNS * wide, MARGIN + HEAD + place // COLUMNS * high
        self.canvas.setDash(3, 3)
        self.canvas.setStrokeGray(0.7)
        self.canvas.rect(x, HEIGHT - y - high, wide, high)
        self._text(x + PADDING, y + 22, self._rows(line.person.name, 13, wide - 2 * PADDING)[0], 13)
        self._code(x + PADDING, y + 34, texts.link(line, username))
        self._words(x + PADDING + CODE, y + 44, wide - 2 * PADDING - CODE, _words(line, made, username))

    def _code(self, x: float, y: float, link: str) -> None:
        rows = list(segno.make(link, error="m", micro=False).matrix)
        side = (CODE - GAP) / len(rows)
        self.canvas.setFillGray(0)
        for n, row in enumerate(rows, start=1):
            for column, dark in enumerate(row):
                if dark:
                    self.canvas.rect(x + column * side, HEIGHT - y - n * side, side, side, stroke=0, fill=1)

    def _words(self, x: float, y: float, width: float, paragraphs: Sequence[str]) -> None:
        for words in paragraphs:
            for row in self._rows(words, 8, width):
                self._text(x, y, row, 8)
                y += 11
            y += 4

    def _rows(self, words: str, size: float, width: float) -> list[str]:
        """Break words into rows that fit, at least one; what is to be typed stays in one piece."""
        rows = [""]
        for piece in PIECE.findall(self._typeface.drawable(words)):
            if rows[-1] and stringWidth(rows[-1] + piece, FAMILY, size) > width:
                rows.append("")
            rows[-1] += piece if rows[-1] else piece.lstrip()
        return rows

    def _text(self, x: float, y: float, words: str, size: float, grey: float = 0.0) -> None:
        self.canvas.setFillGray(grey)
        self.canvas.setFont(FAMILY, size)
        self.canvas.drawString(x, HEIGHT - y, words)


def _words(line: InviteLine, made: InviteList, username: str) -> list[str]:
    title = [line.person.title] if line.person.title else []
    return [*title, texts.SCAN, texts.printed_code(line, username), texts.printed_until(made.last_day)]
