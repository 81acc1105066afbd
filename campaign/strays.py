"""Names that rules speak of and nobody knows: counties of aliases, persons, another campaign."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Self

from campaign.definition import Definition
from campaign.roster import Roster
from campaign.strict import RuleFault


@dataclass(frozen=True, slots=True)
class Known:
    """The names of counties and of people that rules may use; `campaign_id` when it is to be no other."""

    counties: frozenset[str]
    people: frozenset[str]
    campaign_id: str | None = None

    @classmethod
    def of(cls, roster: Roster) -> Self:
        """Return the names of a roster."""
        people = (name for row in roster.rows for name in (row.liaison, row.contact_person))
        return cls(frozenset(row.county for row in roster.rows), frozenset(people))


def strays(definition: Definition, known: Known) -> Iterator[RuleFault]:
    """Return every name that is not known, with its place."""
    if known.campaign_id not in (None, definition.id):
        facts = {"value": definition.id, "expected": known.campaign_id or ""}
        yield RuleFault("rule_other_campaign", ("id",), facts)
    for alias, name in definition.aliases.items():
        if name not in known.counties:
            yield RuleFault("alias_stray", ("aliases", alias), {"value": name})
    people = known.people.union(_members(definition))
    for place, audience in enumerate(definition.digests.audience):
        for number, name in enumerate(audience.persons):
            if name not in people:
                facts = {"field": "audience", "value": name}
                yield RuleFault("person_stray", ("digests", "audience", place, "persons", number), facts)
    for place, duty in enumerate(definition.duties):
        for number, name in enumerate(duty.persons):
            if name not in people:
                facts = {"field": duty.name, "value": name}
                yield RuleFault("person_stray", ("duties", place, "persons", number), facts)


def _members(definition: Definition) -> Iterable[str]:
    return (name for group in definition.groups for name in group.members)
