"""What of a roster does not fit the limits of pairing; it is told, and hinders nothing."""

from collections.abc import Iterator
from dataclasses import replace

from campaign.pairing_limits import PairingLimits
from campaign.roster import Roster, RosterFault


def limited(roster: Roster, limits: PairingLimits) -> Roster:
    """Return the roster with a doubt for each liaison outside of the limits, and each county with nobody."""
    return replace(roster, doubts=(*roster.doubts, *_doubts(roster, limits)))


def _doubts(roster: Roster, limits: PairingLimits) -> Iterator[RosterFault]:
    lines: dict[str, int] = {}
    counties: dict[str, set[tuple[str, str]]] = {}
    for row in roster.rows:
        if row.liaison:
            lines.setdefault(row.liaison, row.line)
            counties.setdefault(row.liaison, set()).add((row.prefecture, row.county))
        elif limits.cover_all:
            yield RosterFault(row.line, "county_alone", row.county)
    for name, line in lines.items():
        count = len(counties[name])
        if count > limits.most:
            yield RosterFault(line, "liaison_over", name, str(count))
        elif count < limits.least:
            yield RosterFault(line, "liaison_under", name, str(count))
