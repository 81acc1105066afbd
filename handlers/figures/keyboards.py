"""Buttons of a digest's figures, and those below a list."""

from itertools import groupby

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from digests.opened.figures import Figure, Opened, category_of
from handlers.digest_callbacks import DigestFigures, DigestList
from handlers.figures import texts
from handlers.figures.actions import Figures, OneList
from handlers.paging import Paged, button, in_rows, keyboard, turning

NARROW, WIDE = 3, 2
"""So many buttons stand in a row: of the first window, of those with longer labels."""
_LONG = {Figure.DUTY, Figure.DUTY_DONE, Figure.TIER}


def menu_keyboard(shown: Figures) -> InlineKeyboardMarkup | None:
    """Return a button for each figure."""
    rows = []
    for (_, wide), every in groupby(shown.numbers.items(), key=lambda item: _kind(item[0])):
        buttons = [
            button(texts.label(shown.facts, opened, number), _data(shown.digest, opened))
            for opened, number in every
        ]
        rows += in_rows(buttons, WIDE if wide else NARROW)
    return keyboard(*rows)


def list_keyboard(found: OneList) -> InlineKeyboardMarkup | None:
    """Return the parts of a figure, the buttons that turn a page, and the way back."""
    behind, digest = found.behind, found.digest
    leaf, opened = behind.leaf, behind.opened
    turned = turning(Paged(leaf.place, behind.total, leaf.size), lambda page: _data(digest, opened, page))
    whole = _data(digest, opened._replace(of="")) if opened.of and _is_part(opened) else None
    back = button(texts.BACK, whole or DigestFigures(digest=digest))
    return keyboard(*_parts(found), [*turned, back])


def back_keyboard(digest: int) -> InlineKeyboardMarkup | None:
    """Return the way back to all figures."""
    return keyboard([button(texts.BACK, DigestFigures(digest=digest))])


def _parts(found: OneList) -> list[list[InlineKeyboardButton]]:
    """Return the rows of the parts of a figure: by who is to solve it, then by category."""
    behind = found.behind
    parts = list(behind.parts.items())
    if behind.opened.figure is Figure.CITY:
        parts = parts[behind.leaf.place : behind.leaf.place + behind.leaf.size]
    elif len(parts) < 2:
        return []
    rows = list[list[InlineKeyboardButton]]()
    for _, every in groupby(parts, key=lambda item: category_of(item[0]) is None):
        buttons = [
            button(texts.label(behind.facts, part, number), _data(found.digest, part))
            for part, number in every
        ]
        rows += in_rows(buttons, NARROW)
    return rows


def _is_part(opened: Opened) -> bool:
    return opened.figure not in _LONG | {Figure.SAME}


def _kind(opened: Opened) -> tuple[int, bool]:
    return opened.section, bool(opened.section) or opened.figure in _LONG


def _data(digest: int, opened: Opened, page: int = 0) -> DigestList:
    return DigestList(digest=digest, figure=opened.written, page=page)
