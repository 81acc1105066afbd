"""What a list behind a figure is made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from campaign.listing import AmendedRow, ContactRow, IssueRow, Later, Leaf, PracticeRow, SentRow
from campaign.plan import Plan
from campaign.ports import Store
from digests.facts import CountyFacts, DigestFacts
from digests.opened.figures import Opened


class CountyRow(NamedTuple):
    """A county of the frozen facts, and its place in them; `missing`: contacts that it will lack."""

    place: int
    county: CountyFacts
    missing: int = 0


class NameRow(NamedTuple):
    """A county, a city or a holder of a duty by name; done and required of the quota of a liaison."""

    prefecture: str
    name: str
    done: int = 0
    required: int = 0


Row = ContactRow | IssueRow | PracticeRow | AmendedRow | SentRow | CountyRow | NameRow


class Asked(NamedTuple):
    """Which figure of which digest is opened; `today`: the digest's day."""

    store: Store
    campaign_id: str
    plan: Plan
    today: date
    facts: DigestFacts
    opened: Opened


@dataclass(frozen=True, slots=True)
class Behind:
    """A page of the list behind a figure of `number`; `total`: how long the list is.

    later: what became of its rows since. parts: the figures that this one is the sum of.
    """

    facts: DigestFacts
    opened: Opened
    number: int
    leaf: Leaf
    total: int
    rows: Sequence[Row]
    later: tuple[tuple[Later, int], ...]
    parts: Mapping[Opened, int]
