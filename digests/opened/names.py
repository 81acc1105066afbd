"""Lists of names that a digest does not keep whole: of other tiers, of duties, of liaisons, of cities."""

from campaign.actions.duties import duties_at, names_of
from campaign.actions.standings import standing_of
from campaign.actions.tiers import union_of_tiers
from campaign.tiers import Reached
from digests.opened.figures import Figure, cities
from digests.opened.rows import Asked, NameRow

_REACHED = {
    "own": {Reached.OWN, Reached.BOTH},
    "others": {Reached.OTHERS},
    "nobody": {Reached.NOBODY},
}


def of_tiers(asked: Asked) -> list[NameRow]:
    """Return the counties that tiers contacted, by who did."""
    unions, of = union_of_tiers(asked.store, asked.campaign_id, asked.facts.cut_off), asked.opened.of
    found = (u for u in unions if (u.unpaired if of == "unpaired" else u.reached in _REACHED[of]))
    return [NameRow(union.own.prefecture, union.own.name) for union in found]


def holders(asked: Asked) -> list[NameRow]:
    """Return who has not done a duty, or who has."""
    told = asked.facts.duties[int(asked.opened.of)]
    if asked.opened.figure is Figure.DUTY:
        return [NameRow("", name) for name in told.missing]
    for one in duties_at(asked.store, asked.campaign_id, asked.facts.cut_off):
        if one.rule.name == told.name:
            done = [stand.holder for stand in one.asked if not stand.needed]
            return [NameRow("", name) for name in names_of(done, one)]
    return []


def liaisons(asked: Asked) -> list[NameRow]:
    """Return the liaisons who did what is asked of them, or who did not, in the roster's order."""
    every = standing_of(asked.store, asked.campaign_id, as_of=asked.facts.cut_off)
    names = {pair.liaison_id: pair.liaison for pair in every.pairs}
    met = asked.opened.figure is Figure.MET
    return [
        NameRow("", names.get(unit.liaison_id, ""), stand.done, stand.required)
        for unit, stand in every.rules[0].stands.items()
        if stand.required and (stand.done >= stand.required) is met
    ]


def every_city(asked: Asked) -> list[NameRow]:
    """Return the cities."""
    return [NameRow("", name) for name in cities(asked.facts)]
