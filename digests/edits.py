"""What reviewers change of a digest: words, paragraphs, sections; its figures stay as they were counted."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import count
from typing import Any

from pydantic import Field

from digests import texts
from digests.report import Block, Report
from digests.retelling import astray, retold
from digests.told import Frozen

ADDED = "added:"


class Edits(Frozen):
    """Changes by the sections' keys.

    words: replace a section's lines; its lists stay. bases: the section's own lines when these were written.
    added: paragraphs behind the last section. omitted: sections left out.
    handed: rules changed since they were made. left: words whose section is no more since then.
    """

    words: dict[str, str] = Field(default={})
    bases: dict[str, tuple[str, ...]] = Field(default={})
    added: tuple[str, ...] = ()
    omitted: tuple[str, ...] = ()
    handed: bool = False
    left: tuple[str, ...] = ()


NO_EDITS = Edits()


def edits_of(kept: dict[str, Any] | None) -> Edits:
    """Return edits as they were kept; none for a digest from before there were any."""
    return Edits.model_validate(kept) if kept else NO_EDITS


def edited(report: Report, edits: Edits) -> Report:
    """Return a report as it was edited; what is edited of a section that is not there any more is left."""
    numbers = count(1)
    kept = [_renumbered(block, number) for number, block in enumerate(report.blocks, start=1)]
    blocks = [_worded(block, edits) for block in kept if block.key not in edits.omitted]
    numbered = [replace(block, heading=texts.heading(next(numbers), block.heading)) for block in blocks]
    return replace(report, blocks=(*numbered, *_added(edits)))


def untrue(report: Report, edits: Edits) -> dict[str, tuple[str, ...]]:
    """Return by section the numbers in edited words that do not follow the figures."""
    found = {
        block.key: astray(edits.words[block.key], edits.bases.get(block.key, ()), block.lines)
        for block in report.blocks
        if block.key in edits.words and block.key not in edits.omitted
    }
    return {key: numbers for key, numbers in found.items() if numbers}


def _renumbered(block: Block, number: int) -> Block:
    return replace(block, heading=block.heading.removeprefix(texts.heading(number, "")))


def _worded(block: Block, edits: Edits) -> Block:
    words = edits.words.get(block.key)
    if words is None:
        return block
    told = retold(words, edits.bases.get(block.key, ()), block.lines)
    return replace(block, lines=tuple(filter(None, told.splitlines())))


def _added(edits: Edits) -> Iterable[Block]:
    for place, words in enumerate(edits.added):
        yield Block(f"{ADDED}{place}", "", tuple(filter(None, words.splitlines())))
