"""Standing duties: what counties, cities or named persons are to hold, sign or report, and how often."""

from collections.abc import Iterator
from enum import StrEnum

from campaign.quota_rules import CountRule
from campaign.strict import Name, RuleFault


class DutyHolder(StrEnum):
    """Who owes a duty: each county, each city, or each of the persons named."""

    COUNTY = "county"
    CITY = "city"
    PERSON = "person"


class DutyRule(CountRule):
    """So many meetings, reports or events within a window. `evidence`: what shows that one took place.

    aliases: what people call it besides its name.
    """

    who: DutyHolder
    aliases: tuple[Name, ...] = ()
    persons: tuple[Name, ...] = ()
    evidence: str = ""
    topics: tuple[Name, ...] = ()

    def faults(self) -> Iterator[RuleFault]:
        """Return persons that are missing, idle or named twice."""
        yield from super().faults()
        if self.who is DutyHolder.PERSON and not self.persons:
            yield RuleFault("rule_persons_missing", ("who",))
        if self.who is not DutyHolder.PERSON and self.persons:
            yield RuleFault("rule_persons_idle", ("persons",))
        for place, name in enumerate(self.persons):
            if name in self.persons[:place]:
                yield RuleFault("rule_same", ("persons", place), {"value": name})
