"""Stories that hypothesis makes up: rosters that change, contacts that are corrected, rules of every kind."""

from datetime import date, timedelta

from hypothesis.strategies import (
    DrawFn,
    booleans,
    composite,
    dictionaries,
    integers,
    just,
    lists,
    none,
    one_of,
    sampled_from,
    sets,
    tuples,
)

from tests.standing.answers import MONTHS
from tests.standing.played import OFFICE, PEOPLE, Row, Saved, Story
from tests.standing.reference import Pause, Rule, Scope

COUNTIES = ("east", "west", "north")
ZONES = ("Asia/Shanghai", "Asia/Urumqi", "America/New_York", "UTC")
CHANNELS = ("onsite", "video", "phone")
DAY_MINUTES = 24 * 60
FORMS = tuples(
    sampled_from(COUNTIES), integers(0, 30), sampled_from(CHANNELS), sampled_from((None, True, False))
)


@composite
def rules(draw: DrawFn, number: int, first: date, length: int) -> Rule:
    """Any rule that a definition may have."""
    window = draw(sampled_from(("by_date", "rolling", *MONTHS, "campaign")))
    scopes: tuple[Scope, ...] = ("county", "pair", "liaison")
    scope = draw(sampled_from(scopes))
    return Rule(
        f"rule-{number}",
        scope,
        frozenset(draw(sets(sampled_from(CHANNELS), min_size=1))),
        draw(integers(1, 4)),
        window,
        days=draw(integers(1, 60)) if window == "rolling" else 0,
        by=first + timedelta(draw(integers(0, length - 1))) if window == "by_date" else date.min,
        first_window=draw(sampled_from(("full", "prorated", "waived"))),
        new_pairing="full" if scope == "county" else draw(sampled_from(("full", "prorated", "next_window"))),
        leader_present=draw(booleans()),
        same_day_once=draw(booleans()),
        carry_over=draw(booleans()) if window in MONTHS else False,
    )


@composite
def rosters(draw: DrawFn, counties: int) -> list[Row]:
    """A table in which every county stands, with one liaison, two, or nobody."""
    found: list[Row] = []
    for county in COUNTIES[:counties]:
        liaisons = draw(lists(sampled_from(PEOPLE[:2]), max_size=2, unique=True)) or [""]
        found += [
            (county, liaison, draw(sampled_from(("", *PEOPLE[2:4]))) if liaison else "")
            for liaison in liaisons
        ]
    return found


@composite
def contacts(draw: DrawFn, minutes: int) -> Saved:
    """A contact of the campaign, perhaps corrected, perhaps withdrawn."""
    return Saved(
        draw(integers(1, minutes)),
        draw(sampled_from((*PEOPLE, PEOPLE[2], OFFICE))),
        draw(FORMS),
        draw(one_of(none(), none(), FORMS)),
        draw(sampled_from((False, False, False, True))),
    )


@composite
def stand_ins(draw: DrawFn, length: int) -> tuple[int, str, str, int, int]:
    """Somebody who stands in for another, told before, while or after he does."""
    first = draw(integers(0, length - 1))
    last = draw(integers(first, length - 1))
    absent, comes = draw(sampled_from(PEOPLE)), draw(sampled_from(PEOPLE))
    return draw(integers(1, length * DAY_MINUTES)), absent, comes, first, last


@composite
def stories(draw: DrawFn) -> Story:
    """A campaign of some months with whatever may happen in it."""
    first = draw(sampled_from((date(2022, 11, 15), date(2022, 12, 30), date(2023, 1, 1), date(2023, 2, 28))))
    length = draw(sampled_from((20, 60, 200, 411)))
    minutes = length * DAY_MINUTES
    tables = [(0, draw(rosters(draw(integers(2, 3)))))]
    changed = sorted(draw(lists(integers(1, minutes), min_size=draw(sampled_from((1, 0))), max_size=3)))
    tables += [(minute, draw(rosters(3))) for minute in changed]
    pauses = draw(lists(tuples(sampled_from(COUNTIES[:2]), integers(0, length), integers(0, 30)), max_size=2))
    return Story(
        draw(sampled_from(ZONES)),
        (first, first + timedelta(length - 1)),
        [draw(rules(number, first, length)) for number in range(draw(sampled_from((3, 2, 1))))],
        tables,
        draw(lists(contacts(minutes), min_size=draw(sampled_from((8, 3, 0))), max_size=12)),
        [Pause(c, first + timedelta(n), first + timedelta(n + more)) for c, n, more in pauses],
        draw(booleans()),
        draw(lists(stand_ins(length), max_size=2)),
        draw(dictionaries(integers(1, 3), integers(0, 40), max_size=2)),
    )


ASKED = one_of(just(0), integers(0, 60 * DAY_MINUTES))
