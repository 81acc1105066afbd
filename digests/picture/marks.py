"""How a county's standing is painted: colour, letter, border."""

from dataclasses import dataclass
from enum import StrEnum

from campaign.standing import CountyState
from digests.facts import CountyFacts


class Mark(StrEnum):
    """What a tile says, best first: the words of progress, and LOGGED where no rule asks the county."""

    DONE = "done"
    ON_TRACK = "on_track"
    LOGGED = "logged"
    NEW = "new"
    PAUSED = "paused"
    BEHIND = "behind"
    NEVER = "never"
    OVERDUE = "overdue"


WANTING = (Mark.OVERDUE, Mark.NEVER, Mark.BEHIND)
"""Where somebody must do something, worst first."""


@dataclass(frozen=True, slots=True)
class Paint:
    """Fill, border and letters of a tile, and how wide the border is."""

    fill: str
    border: str
    ink: str
    line: float = 0.0


# In grey they go from dark to light in three steps, and borders tell the light ones apart. Blue is well,
# orange wants something: both are told apart by those who cannot tell red from green.
PAINTS = {
    Mark.DONE: Paint("#0b4f7d", "#0b4f7d", "#ffffff"),
    Mark.ON_TRACK: Paint("#8cc5e8", "#8cc5e8", "#0d2b40"),
    Mark.LOGGED: Paint("#cfe6f5", "#cfe6f5", "#0d2b40"),
    Mark.NEW: Paint("#eef5fa", "#5b9bc4", "#0b4f7d", 1.0),
    Mark.PAUSED: Paint("#dde1e6", "#dde1e6", "#48535e"),
    Mark.BEHIND: Paint("#ffdf8a", "#d9a520", "#4a3500", 1.0),
    Mark.NEVER: Paint("#ffffff", "#c2410c", "#9a3209", 2.0),
    Mark.OVERDUE: Paint("#b8360b", "#b8360b", "#ffffff"),
}
# Counties beside those of the campaign, on a map.
PALE = Paint("#f2f4f7", "#8d99a5", "#48535e", 0.5)


def mark_of(county: CountyFacts) -> Mark:
    """Return what a county's tile says; facts frozen before there was progress know the contact alone."""
    if county.progress:
        return Mark[county.progress.name]
    known = {CountyState.DONE: Mark.DONE, CountyState.NEVER: Mark.NEVER}
    return known.get(county.state, Mark.LOGGED)
