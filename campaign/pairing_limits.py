"""How many counties a liaison may have, and whether every county must have one."""

from collections.abc import Iterator

from pydantic import Field

from campaign.strict import CampaignId, RuleFault, Strict


class PairingLimits(Strict):
    """How many counties a liaison has. `no_overlap_with`: a campaign whose own counties are left to it."""

    least: int = Field(default=1, ge=0)
    most: int = Field(default=2, ge=1)
    cover_all: bool = True
    no_overlap_with: CampaignId | None = None

    def faults(self) -> Iterator[RuleFault]:
        """Return a least that is more than the most."""
        if self.most < self.least:
            facts = {"value": str(self.most), "expected": str(self.least)}
            yield RuleFault("rule_least_most", ("most",), facts)
