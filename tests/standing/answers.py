"""How everybody stands by a rule on a day: slow, and meant to be obviously right."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil

from tests.standing.reference import DAY, Contact, Rule, Span, Unit, World, counties, credit, local_day, pairs

MONTHS = {"calendar_year": 12, "half_year": 6, "quarter": 3, "two_month": 2, "month": 1}


@dataclass(frozen=True)
class Answer:
    """How one county, pair or liaison stands by one rule."""

    contacts: int
    done: int
    required: int
    last_contact: date | None
    days_left: int
    needed: int
    reachable: bool
    progress: str


def window(world: World, rule: Rule, day: date) -> tuple[Span, Span]:
    """Return the whole window that a day falls in, and the part of it within the campaign."""
    first, last = world.span
    day = min(max(day, first), last)
    whole = (first, last)
    if rule.window in MONTHS:
        length = MONTHS[rule.window]
        month = (day.month - 1) // length * length + 1
        after = date(day.year + 1, 1, 1) if month + length > 12 else date(day.year, month + length, 1)
        whole = (date(day.year, month, 1), after - DAY)
    elif rule.window == "rolling":
        whole = (day - (rule.days - 1) * DAY, day)
    elif rule.window == "by_date":
        whole = (first, rule.by)
    return whole, (max(whole[0], first), min(whole[1], last))


def asked(world: World, rule: Rule, day: date, begun: date | None) -> int:
    """Return what is owed in a day's window; of a pair or a liaison that began on `begun`."""
    whole, part = window(world, rule, day)
    count = rule.count
    if part[0] > whole[0]:
        if rule.first_window == "waived":
            count = 0
        elif rule.first_window == "prorated":
            count = ceil(Fraction(count * _length(part), _length(whole)))
    if begun is None or begun <= part[0] or rule.new_pairing == "full":
        return count
    if begun > part[1] or rule.new_pairing == "next_window":
        return 0
    return ceil(Fraction(count * _length((begun, part[1])), _length(part)))


def _length(span: Span) -> int:
    return (span[1] - span[0]).days + 1


def counted(world: World, rule: Rule, unit: Unit, span: Span) -> list[Contact]:
    """Return the contacts within a span that count for a county, a pair or a liaison."""
    return [
        c
        for c in world.contacts
        if span[0] <= c.day <= span[1]
        and c.channel in rule.channels
        and (not rule.leader_present or c.leader_present)
        and _is_of(world, rule.scope, unit, c)
    ]


def _is_of(world: World, scope: str, unit: Unit, contact: Contact) -> bool:
    if scope == "county":
        return contact.county == unit
    liaison = credit(world, contact)
    return (contact.county, liaison) == unit if scope == "pair" else liaison == unit


def amount(rule: Rule, contacts: Sequence[Contact]) -> int:
    """Return how often: several of one day in one county are one, unless the rule says otherwise."""
    return len({(c.county, c.day) for c in contacts}) if rule.same_day_once else len(contacts)


def done(world: World, rule: Rule, unit: Unit, day: date, begun: date | None) -> int:
    """Return what counts in a day's window, with what earlier ones had left over."""
    part = window(world, rule, day)[1]
    own = amount(rule, counted(world, rule, unit, part))
    if not rule.carry_over or part[0] <= world.span[0]:
        return own
    before = part[0] - DAY
    return own + max(0, done(world, rule, unit, before, begun) - asked(world, rule, before, begun))


def units(world: World, rule: Rule) -> Iterator[tuple[Unit, date | None, list[str]]]:
    """Return whom a rule asks: each with its first day as a pair, and its counties."""
    if rule.scope == "county":
        for county in counties(world):
            yield county, None, [county]
        return
    begun = pairs(world)
    if rule.scope == "pair":
        for pair, first in begun.items():
            yield pair, first, [pair[0]]
        return
    for liaison in {name for _, name in begun}:
        own = [pair for pair in begun if pair[1] == liaison]
        yield liaison, min(begun[pair] for pair in own), [pair[0] for pair in own]


def answers(world: World, rule: Rule, today: date) -> dict[Unit, Answer]:
    """Return how everybody whom a rule asks stands on a day."""
    return {unit: _answer(world, rule, (unit, begun, own), today) for unit, begun, own in units(world, rule)}


def _answer(world: World, rule: Rule, who: tuple[Unit, date | None, list[str]], today: date) -> Answer:
    unit, begun, _ = who
    part = window(world, rule, today)[1]
    required = asked(world, rule, today, begun)
    have = done(world, rule, unit, today, begun)
    any_channel = Rule("any", rule.scope, frozenset({c.channel for c in world.contacts}), 1, "campaign")
    ever = counted(world, any_channel, unit, world.span)
    needed = max(0, required - have)
    reachable = can_be_met(world, rule, who, needed, today)
    return Answer(
        contacts=len(counted(world, rule, unit, part)),
        done=have,
        required=required,
        last_contact=max((c.day for c in ever), default=None),
        days_left=max(0, (part[1] - today).days + 1),
        needed=needed,
        reachable=reachable,
        progress=_progress(world, rule, who, today, (have, required, reachable, bool(ever))),
    )


def can_be_met(
    world: World, rule: Rule, who: tuple[Unit, date | None, list[str]], needed: int, today: date
) -> bool:
    """Tell whether what is needed can still be done on the working days that are left."""
    unit, _, own = who
    if not needed or rule.window == "rolling":
        return True
    part = window(world, rule, today)[1]
    chances = 0
    for county in own:
        day = max(today, part[0])
        while day <= part[1]:
            had = [c for c in counted(world, rule, unit, (day, day)) if c.county == county]
            if is_workday(world, day) and not paused(world, county, day) and not (had and rule.same_day_once):
                chances += 1
            day += DAY
    return chances >= needed if rule.same_day_once else chances > 0


def is_workday(world: World, day: date) -> bool:
    """Tell whether people work on a day."""
    return day in world.worked or (day.weekday() < 5 and day not in world.off)


def paused(world: World, county: str, day: date) -> bool:
    """Tell whether nothing is asked of a county on a day."""
    return any(p.county == county and p.first <= day <= p.last for p in world.pauses)


def _progress(
    world: World,
    rule: Rule,
    who: tuple[Unit, date | None, list[str]],
    today: date,
    found: tuple[int, int, bool, bool],
) -> str:
    unit, begun, own = who
    have, required, reachable, ever = found
    part = window(world, rule, today)[1]
    if all(paused(world, county, today) for county in own):
        return "paused"
    if have >= required and required:
        return "done"
    if have < required and today > part[1]:
        return "overdue"
    if not ever:
        return "new" if in_first_period(world, unit, begun, today) else "never"
    first = max(part[0], begun or part[0])
    return "behind" if have < pace(rule, required, (first, part[1]), today) or not reachable else "on_track"


def in_first_period(world: World, unit: Unit, begun: date | None, today: date) -> bool:
    """Tell whether a county or pair began in the two-month window that a day belongs to."""
    if begun is None:
        moments = [moment for moment, rows in world.rosters if any(row[0] == unit for row in rows)]
        late = bool(moments) and moments[0] != world.rosters[0][0]
        begun = max(world.span[0], local_day(world, moments[0])) if late else world.span[0]
    return any(first <= begun <= last and today <= last for first, last in world.periods)


def pace(rule: Rule, required: int, span: Span, today: date) -> int:
    """Return what should be done by now: a share of what is required, halves rounded up."""
    if rule.window == "rolling":
        return 0 if _length(span) < rule.days else required
    elapsed, whole = max(0, (today - span[0]).days), _length(span)
    return (2 * required * elapsed + whole) // (2 * whole) if whole > 0 else 0
