"""What a digest is made of: headed blocks of lines and lists. All of it is plain text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list with the line above it."""

    lead: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A heading with what stands under it; `key` names the section, whatever its words and its number."""

    key: str
    heading: str
    lines: tuple[str, ...] = ()
    lists: tuple[ItemList, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A whole digest. All of it is plain text: whoever renders it escapes it."""

    title: str
    subtitles: tuple[str, ...]
    blocks: tuple[Block, ...]
    notes: tuple[str, ...]
