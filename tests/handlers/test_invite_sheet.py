"""The sheet to print, as a reader of PDF sees it."""

from datetime import date

import pypdfium2
import segno

from campaign.people import Person
from handlers.invites import texts
from handlers.invites.actions import InviteLine, InviteList
from handlers.invites.sheet import CODE, GAP, HEAD, HEIGHT, MARGIN, ON_A_PAGE, PADDING, invite_sheet

BOT = "a_bot_with_a_rather_long_name"
DARK = 64


def _made(count: int) -> InviteList:
    post = "市总工会演示部部长，兼演示产业工会联合会主席"
    lines = (InviteLine(Person(n, f"演示同志{n}😀", post), f"CODE{n:04d}") for n in range(count))
    return InviteList("演示专项工作", tuple(lines), date(2023, 2, 27), 0, 0)


def _pages(made: InviteList) -> list[pypdfium2.PdfPage]:
    return list(pypdfium2.PdfDocument(invite_sheet(made, BOT)))


def test_every_slip_names_its_person_and_the_words_to_send_in_one_piece() -> None:
    made = _made(ON_A_PAGE + 3)
    pages = [page.get_textpage().get_text_range() for page in _pages(made)]
    assert len(pages) == 2
    for number, line in enumerate(made.lines):
        text = pages[number // ON_A_PAGE]
        assert f"演示同志{number}□" in text
        assert line.code in text
    assert pages[0].count("/start") == ON_A_PAGE
    assert pages[1].count("2023年2月27日") == 3


def test_the_code_is_the_persons_link() -> None:
    made = _made(1)
    scale = 4
    bitmap = _pages(made)[0].render(scale=scale, grayscale=True)
    pixels, stride = bytes(bitmap.buffer), bitmap.stride
    rows = list(segno.make(texts.link(made.lines[0], BOT), error="m", micro=False).matrix)
    side = (CODE - GAP) / len(rows)
    for n, row in enumerate(rows):
        for column, dark in enumerate(row):
            x = MARGIN + PADDING + (column + 0.5) * side
            y = MARGIN + HEAD + 34 + (n + 0.5) * side
            assert 0 < y < HEIGHT
            assert (pixels[int(y * scale) * stride + int(x * scale)] < DARK) == bool(dark)
