"""Lists of counties, from the frozen facts."""

from collections.abc import Callable

from campaign.forecast import elapsed_and_left, missing_of
from digests.facts import CountyFacts, DigestFacts
from digests.opened.figures import Figure, Opened, cities
from digests.opened.rows import Asked, CountyRow

Holds = Callable[[int, CountyFacts], bool]


def counties(asked: Asked) -> list[CountyRow]:
    """Return the counties behind a figure, in the roster's order."""
    if asked.opened.figure is Figure.SHORT:
        return short(asked)
    holds = _belongs(asked.facts, asked.opened)[asked.opened.figure]
    every = enumerate(asked.facts.counties)
    return [CountyRow(place, county) for place, county in every if holds(place, county)]


def short(asked: Asked) -> list[CountyRow]:
    """Return the counties that will lack something at the end, each with what."""
    quota = asked.plan.windows(asked.today).quota
    spent = elapsed_and_left(quota, asked.today, asked.plan.calendar)
    rows = [
        CountyRow(place, county, missing_of(county, *spent))
        for place, county in enumerate(asked.facts.counties)
        if not county.paused
    ]
    return [row for row in rows if row.missing]


def _belongs(facts: DigestFacts, opened: Opened) -> dict[Figure, Holds]:
    quiet, never = set(facts.sections[opened.section].uncovered), set(facts.never)
    city = list(cities(facts))[int(opened.of)] if opened.figure is Figure.CITY else ""
    return {
        Figure.CONTACTED: lambda place, _: place not in quiet,
        Figure.UNCOVERED: lambda place, _: place in quiet,
        Figure.NEVER: lambda place, _: place in never,
        Figure.MET: lambda _, county: bool(county.required) and county.done >= county.required,
        Figure.UNMET: lambda _, county: county.done < county.required,
        Figure.CITY: lambda _, county: county.prefecture == city,
    }
