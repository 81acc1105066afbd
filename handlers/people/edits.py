"""One change to the roster, typed in chat: understood, shown, and made when it is confirmed."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from campaign.actions.roster import on_roster, rename_member, take_roster
from campaign.actions.stand_ins import begin_stand_in, may_stand_in
from campaign.errors import Changed
from campaign.people import Actor, County
from campaign.permissions import may_administer
from campaign.ports import Store
from campaign.roster_changes import stamp
from campaign.roster_edits import Pair, repaired, replaced
from handlers.admin_callbacks import EditWord
from handlers.desk import Desk
from handlers.overview.actions import MOST_FOUND, matching
from handlers.typed_days import day_past, days_in, parted

LONGEST_NAME = 40
MARK_LENGTH = 16
# What stands in a name beside letters: the dots between its parts, and brackets round a post.
IN_NAMES = frozenset("\u00b7\u2022\u2027\u30fb()\uff08\uff09")


class Fault(StrEnum):
    """Why words make no change."""

    NAME = "name"
    COUNTY = "county"
    SEVERAL = "several"
    WORDS = "words"
    SAME = "same"
    DAYS = "days"
    OUTSIDE = "outside"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Misread:
    """Words that make no change; `counties`: those that a word may mean."""

    fault: Fault
    word: str = ""
    counties: tuple[County, ...] = ()


@dataclass(frozen=True, slots=True)
class Edit:
    """A change: to a person, whose name was `old`, or (0) to the first of `counties`.

    `name` is the new one, of the liaison for a county; `fresh`: nobody has it yet. `before`: who looks after
    the county now. `twin`: another county has the same name. `since`: a day before today from which it
    holds. `days`: the first and the last of a stand-in.
    """

    what: EditWord
    person: int
    old: str
    name: str
    contact_person: str
    counties: tuple[County, ...]
    before: tuple[tuple[str, ...], ...] = ()
    twin: bool = False
    fresh: bool = False
    mark: str = ""
    since: date | None = None
    days: tuple[date, ...] = ()


def name_of(store: Store, actor: Actor, person_id: int) -> str:
    """Return the name of the person to be changed, "" for a county. Raise NotAllowed, NotFound."""
    may_administer(actor)
    return store.members.get(actor.campaign_id, person_id).person.name if person_id else ""


def understood(store: Store, actor: Actor, what: EditWord, person_id: int, words: str) -> Edit | Misread:
    """Return the change that words make. Raise NotAllowed, NotFound."""
    may_administer(actor)
    told, said = parted(words)
    if what is EditWord.STAND_IN:
        return _stand_in(store, actor, person_id, "".join(told), said)
    since = _since(store, actor, said)
    if isinstance(since, Misread):
        return since
    if what is EditWord.PAIR:
        return _pair(store, actor, told, since)
    name = "".join(told)
    old = name_of(store, actor, person_id)
    if not is_name(name) or (said and what is EditWord.RENAME):
        return Misread(Fault.NAME, f"{name}{said}")
    if name == old:
        return Misread(Fault.SAME)
    counties = _counties(store, actor, person_id)
    return _marked(store, actor, Edit(what, person_id, old, name, "", counties, since=since))


def make(store: Store, actor: Actor, desk: Desk, kept: Mapping[str, Any], mark: str) -> None:
    """Make a change that was confirmed, if all is as it was shown. Raise NotAllowed, NotFound, Changed."""
    if desk.repeated:
        may_administer(actor)
        return
    edit = understood(store, actor, EditWord(kept["what"]), int(kept["person"]), str(kept["words"]))
    if isinstance(edit, Misread) or edit.mark != mark:
        raise Changed("roster_edit")
    pairings, counties = store.people.pairings(actor.campaign_id), store.people.counties(actor.campaign_id)
    if edit.what is EditWord.RENAME:
        rename_member(store, actor, edit.person, edit.name)
    elif edit.what is EditWord.REPLACE:
        table = replaced(pairings, counties, edit.old, edit.name)
        take_roster(store, actor, table, stamp(pairings), "roster.replace", since=edit.since)
    elif edit.what is EditWord.STAND_IN:
        comes = store.people.person(actor.campaign_id, edit.name)
        begin_stand_in(store, actor, edit.person, comes.id, (edit.days[0], edit.days[-1]))
    else:
        table = repaired(pairings, counties, Pair(edit.counties[0], edit.name, edit.contact_person))
        take_roster(store, actor, table, stamp(pairings), "roster.pair", since=edit.since)


def _since(store: Store, actor: Actor, said: str) -> date | Misread | None:
    """Return a day before today from which a change shall hold; None for today."""
    if not said:
        return None
    plan = store.campaigns.plan(actor.campaign_id)
    today = plan.today(store.now)
    day = day_past(said, today)
    if day is None:
        return Misread(Fault.DAYS)
    if day > today or day not in plan.definition.span:
        return Misread(Fault.OUTSIDE)
    return None if day == today else day


def _stand_in(store: Store, actor: Actor, person_id: int, name: str, said: str) -> Edit | Misread:
    old = name_of(store, actor, person_id)
    if not is_name(name):
        return Misread(Fault.NAME, name)
    if name == old:
        return Misread(Fault.SAME)
    if not on_roster(store, actor.campaign_id, name):
        return Misread(Fault.UNKNOWN, name)
    if not may_stand_in(store, actor.campaign_id, store.people.person(actor.campaign_id, name).id):
        return Misread(Fault.UNKNOWN, name)
    first, last = days_in(said, store.campaigns.plan(actor.campaign_id).today(store.now)) or (None, None)
    if first is None or last is None:
        return Misread(Fault.DAYS)
    counties = _counties(store, actor, person_id)
    return _marked(
        store, actor, Edit(EditWord.STAND_IN, person_id, old, name, "", counties, days=(first, last))
    )


def _counties(store: Store, actor: Actor, person_id: int) -> tuple[County, ...]:
    pairings = store.people.pairings(actor.campaign_id, person_id)
    return tuple(dict.fromkeys(pairing.county for pairing in pairings if pairing.concerns(person_id)))


def _pair(store: Store, actor: Actor, parts: list[str], since: date | None) -> Edit | Misread:
    if len(parts) not in {2, 3}:
        return Misread(Fault.WORDS)
    counties = store.people.counties(actor.campaign_id)
    found = matching(counties, parts[0])
    if len(found) != 1:
        return Misread(Fault.SEVERAL if found else Fault.COUNTY, parts[0], found[:MOST_FOUND])
    if bad := next((name for name in parts[1:] if not is_name(name)), None):
        return Misread(Fault.NAME, bad)
    standing = [p for p in store.people.pairings(actor.campaign_id) if p.county.id == found[0].id]
    sides = tuple(tuple(who.name for who in (p.liaison, p.contact_person) if who) for p in standing)
    if sides == (tuple(parts[1:]),):
        return Misread(Fault.SAME)
    name, contact_person = parts[1], parts[2] if len(parts) == 3 else ""
    twin = sum(county.name == found[0].name for county in counties) > 1
    edit = Edit(EditWord.PAIR, 0, "", name, contact_person, found, sides, twin, since=since)
    return _marked(store, actor, edit)


def _marked(store: Store, actor: Actor, edit: Edit) -> Edit:
    seen = stamp(store.people.pairings(actor.campaign_id))
    county_ids = [county.id for county in edit.counties]
    told = (
        edit.what,
        edit.person,
        edit.old,
        edit.name,
        edit.contact_person,
        county_ids,
        edit.since,
        edit.days,
    )
    mark = hashlib.sha256(f"{seen} {told}".encode()).hexdigest()[:MARK_LENGTH]
    return replace(edit, mark=mark, fresh=not on_roster(store, actor.campaign_id, edit.name))


def is_name(name: str) -> bool:
    """Tell whether a word looks like the name of a person or a post."""
    fits = 2 <= len(name) <= LONGEST_NAME and name[0].isalpha()
    return fits and all(letter.isalpha() or letter in IN_NAMES for letter in name)
