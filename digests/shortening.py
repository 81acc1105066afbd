"""A report that fits a screen: lists are cut between items, and what was cut is told whole elsewhere."""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from digests import texts
from digests.block import Block, ItemList, Report
from digests.clipping import units

KEPT = ("window:", "overall", "uncovered", "added:")
"""What stays on the screen, whatever its length; other blocks are moved off, the last first."""


class Shortened(NamedTuple):
    """What has room, and what follows: whole lists in their blocks, and blocks that were moved."""

    report: Report
    following: tuple[Block, ...]

    @property
    def items(self) -> int:
        """How many items follow."""
        return sum(len(part.items) for block in self.following for part in block.lists)


def shortened(report: Report, screen: int, size: Callable[[Report], int]) -> Shortened:
    """Return a report that needs at most `screen` units if it can; `size`: of a report without its lists.

    The lists that are read first get the room. What follows is in the order of the report.
    """
    shown, moved = report, list[Block]()
    while _needed(shown, size) > screen:
        movable = [block for block in shown.blocks if not block.key.startswith(KEPT)]
        if not movable:
            break
        moved.insert(0, movable[-1])
        rest = tuple(block for block in shown.blocks if block is not movable[-1])
        notes = (*report.notes, texts.below([block.heading for block in moved]))
        shown = replace(shown, blocks=rest, notes=notes)
    short, cut = _cut_lists(shown, screen - _needed(shown, size))
    return Shortened(short, (*cut, *moved))


def _needed(report: Report, size: Callable[[Report], int]) -> int:
    """Return what a report needs if of no list more is told than where it follows."""
    lists = sum(_least(part) for block in report.blocks for part in block.lists)
    return size(without_lists(report)) + lists


def _cut_lists(report: Report, spare: int) -> tuple[Report, list[Block]]:
    """Return a report whose lists have so much room beyond the least, and the blocks of those cut."""
    blocks, cut = [], []
    for block in report.blocks:
        lists, whole = [], []
        for part in block.lists:
            kept = _beginning(part, _least(part) + max(0, spare))
            spare -= _size(kept) - _least(part)
            lists.append(kept)
            whole += [] if kept is part else [part]
        blocks.append(replace(block, lists=tuple(lists)))
        cut += [replace(block, lines=(), lists=tuple(whole))] if whole else []
    return replace(report, blocks=tuple(blocks)), cut


def without_lists(report: Report) -> Report:
    """Return what of a report cannot be cut."""
    return replace(report, blocks=tuple(replace(block, lists=()) for block in report.blocks))


def _least(part: ItemList) -> int:
    """Return what a list needs if nothing of it is told here."""
    return min(_size(part), _size(ItemList(part.lead, (texts.ALL_BELOW,))))


def _size(part: ItemList) -> int:
    return units(part.lead) + 1 + sum(_of(words) for words in part.items)


def _of(words: str) -> int:
    return units(texts.item(words)) + 1


def _beginning(part: ItemList, room: int) -> ItemList:
    """Return a list if it has room, or its beginning with a word on the rest."""
    if _size(part) <= room:
        return part
    left, places = room - units(part.lead) - 1 - _of(texts.rest(len(part.items))), 0
    while places < len(part.items) and _of(part.items[places]) <= left:
        left -= _of(part.items[places])
        places += 1
    rest = texts.rest(len(part.items) - places) if places else texts.ALL_BELOW
    return ItemList(part.lead, (*part.items[:places], rest))
