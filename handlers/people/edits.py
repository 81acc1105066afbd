"""One change to the roster, typed in chat: understood, shown, and made when it is confirmed."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from campaign.actions.roster import edit_roster, on_roster, rename_member
from campaign.errors import Changed
from campaign.people import Actor
from campaign.permissions import may_administer
from campaign.ports import Store
from campaign.roster_changes import stamp
from campaign.roster_edits import Pair, repaired, replaced
from handlers.admin_callbacks import EditWord
from handlers.desk import Desk
from handlers.overview.actions import matching

LONGEST_NAME = 40
MARK_LENGTH = 16
# What stands in a name beside letters: the dots between its parts, and brackets round a post.
IN_NAMES = frozenset("\u00b7\u2022\u2027\u30fb()\uff08\uff09")


class Fault(StrEnum):
    """Why words make no change."""

    NAME = "name"
    COUNTY = "county"
    WORDS = "words"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Misread:
    """Words that make no change."""

    fault: Fault
    word: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """A change: to a person (`old` is his name), or (0) to a county (`old`: who looks after it now).

    `name` is the new one, of the liaison for a county; `fresh`: nobody has it yet.
    """

    what: EditWord
    person: int
    old: str
    name: str
    contact_person: str
    counties: tuple[str, ...]
    fresh: bool
    mark: str


def name_of(store: Store, actor: Actor, person_id: int) -> str:
    """Return the name of the person to be changed, "" for a county. Raise NotAllowed, NotFound."""
    may_administer(actor)
    return store.members.get(actor.campaign_id, person_id).person.name if person_id else ""


def understood(store: Store, actor: Actor, what: EditWord, person_id: int, words: str) -> Edit | Misread:
    """Return the change that words make. Raise NotAllowed, NotFound."""
    may_administer(actor)
    parts = words.split()
    if what is EditWord.PAIR:
        return _pair(store, actor, parts)
    name = "".join(parts)
    old = name_of(store, actor, person_id)
    if not _is_name(name):
        return Misread(Fault.NAME, name)
    if name == old:
        return Misread(Fault.SAME)
    pairings = store.people.pairings(actor.campaign_id, person_id)
    counties = tuple(dict.fromkeys(pairing.county.name for pairing in pairings))
    return _edit(store, actor, what, person_id, (old, name, "", counties))


def make(store: Store, actor: Actor, desk: Desk, kept: Mapping[str, Any], mark: str) -> None:
    """Make a change that was confirmed, if all is as it was shown. Raise NotAllowed, NotFound, Changed."""
    if desk.repeated:
        may_administer(actor)
        return
    edit = understood(store, actor, EditWord(kept["what"]), int(kept["person"]), str(kept["words"]))
    if isinstance(edit, Misread) or edit.mark != mark:
        raise Changed("roster_edit")
    pairings = store.people.pairings(actor.campaign_id)
    if edit.what is EditWord.RENAME:
        rename_member(store, actor, edit.person, edit.name)
    elif edit.what is EditWord.REPLACE:
        table = replaced(pairings, edit.old, edit.name)
        edit_roster(store, actor, table, stamp(pairings), "roster.replace")
    else:
        (county,) = matching(store.people.counties(actor.campaign_id), edit.counties[0])
        table = repaired(pairings, Pair(county, edit.name, edit.contact_person))
        edit_roster(store, actor, table, stamp(pairings), "roster.pair")


def _pair(store: Store, actor: Actor, parts: list[str]) -> Edit | Misread:
    if len(parts) not in {2, 3}:
        return Misread(Fault.WORDS)
    found = matching(store.people.counties(actor.campaign_id), parts[0])
    if len(found) != 1:
        return Misread(Fault.COUNTY, parts[0])
    if bad := next((name for name in parts[1:] if not _is_name(name)), None):
        return Misread(Fault.NAME, bad)
    standing = [p for p in store.people.pairings(actor.campaign_id) if p.county.id == found[0].id]
    sides = [[w.name for w in (p.liaison, p.contact_person) if w] for p in standing]
    if sides == [parts[1:]]:
        return Misread(Fault.SAME)
    old = "\uff1b".join("\u3001".join(names) for names in sides)
    contact_person = parts[2] if len(parts) == 3 else ""
    return _edit(store, actor, EditWord.PAIR, 0, (old, parts[1], contact_person, (found[0].name,)))


def _edit(
    store: Store, actor: Actor, what: EditWord, person: int, told: tuple[str, str, str, tuple[str, ...]]
) -> Edit:
    old, name, contact_person, counties = told
    seen = stamp(store.people.pairings(actor.campaign_id))
    mark = hashlib.sha256(f"{seen} {what} {person} {told}".encode()).hexdigest()[:MARK_LENGTH]
    fresh = not on_roster(store, actor.campaign_id, name)
    return Edit(what, person, old, name, contact_person, counties, fresh, mark)


def _is_name(name: str) -> bool:
    fits = 2 <= len(name) <= LONGEST_NAME and name[0].isalpha()
    return fits and all(letter.isalpha() or letter in IN_NAMES for letter in name)
