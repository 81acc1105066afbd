"""A table that somebody sent: its cells, or why there are none."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class TableTrouble(StrEnum):
    """Why a file is no table that can be taken."""

    KIND = "kind"
    MACROS = "macros"
    LOCKED = "locked"
    HUGE = "huge"
    BROKEN = "broken"
    BROKEN_TEXT = "broken_text"
    ENCODING = "encoding"


@dataclass(frozen=True, slots=True)
class SentTable:
    """A table's cells as text, and the columns from 0 in which something is computed; or the trouble."""

    rows: Sequence[Sequence[str]] = ()
    formulas: frozenset[int] = frozenset()
    trouble: TableTrouble | None = None
