"""Invites on paper: two columns of slips with a QR code, to be cut apart."""

import segno

from digests.fitting import fitting, wrapped
from digests.glyphs import read_font
from digests.pdf import pdf
from digests.pdf_page import Page
from digests.typeface import load_typeface
from handlers.invites import texts
from handlers.invites.actions import InviteLine, InviteList

COLUMNS, ROWS = 2, 5
ON_A_PAGE = COLUMNS * ROWS
MARGIN, HEAD, FOOT = 36.0, 60.0, 30.0
PADDING, CODE, GAP = 12.0, 110.0, 12.0
GREY = 0.35


def invite_sheet(made: InviteList, username: str) -> bytes:
    """Return the sheet as a PDF of A4 pages; it takes tens of milliseconds: call it off the event loop."""
    font = read_font(load_typeface().paths[0])
    groups = [made.lines[first : first + ON_A_PAGE] for first in range(0, len(made.lines), ON_A_PAGE)]
    pages = []
    for number, lines in enumerate(groups, start=1):
        page = Page(font)
        _head(page, made, texts.page_number(number, len(groups)))
        for place, line in enumerate(lines):
            _slip(page, place, line, made, username)
        pages.append(page)
    return pdf(pages, texts.SHEET_NAME)


def _head(page: Page, made: InviteList, number: str) -> None:
    width = page.size[0] - 2 * MARGIN
    page.text(MARGIN, MARGIN + 16, fitting(page.font, made.title, 15, width), 15)
    page.text(MARGIN, MARGIN + 36, texts.SHEET_HEAD, 11, GREY)
    page.text(page.size[0] - MARGIN - page.font.width(number, 9), MARGIN + 36, number, 9, GREY)


def _slip(page: Page, place: int, line: InviteLine, made: InviteList, username: str) -> None:
    wide = (page.size[0] - 2 * MARGIN) / COLUMNS
    high = (page.size[1] - MARGIN - HEAD - FOOT) / ROWS
    x, y = MARGIN + place % COLUMNS * wide, MARGIN + HEAD + place // COLUMNS * high
    page.frame(x, y, wide, high)
    page.text(x + PADDING, y + 22, fitting(page.font, line.person.name, 13, wide - 2 * PADDING), 13)
    rows = list(segno.make(texts.link(line, username), error="m", micro=False).matrix)
    page.squares(x + PADDING, y + 34, rows, (CODE - GAP) / len(rows))
    _words(page, x + PADDING + CODE, y + 44, wide - 2 * PADDING - CODE, _slip_words(line, made, username))


def _slip_words(line: InviteLine, made: InviteList, username: str) -> list[str]:
    title = [line.person.title] if line.person.title else []
    return [*title, texts.SCAN, texts.printed_code(line, username), texts.printed_until(made.last_day)]


def _words(page: Page, x: float, y: float, width: float, paragraphs: list[str]) -> None:
    for words in paragraphs:
        for row in wrapped(page.font, words, 8, width):
            page.text(x, y, row, 8)
            y += 11
        y += 4
