"""What another form of a campaign's rules would change: fields, parts, digests, windows."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from campaign.definition import Definition
from campaign.plan import Plan
from campaign.quotas import QuotaTerm, term
from campaign.rhythm import CutOff, Replaced

KEYS: Mapping[str, tuple[str, ...]] = {
    "quotas": ("id",),
    "duties": ("id",),
    "tags": ("id",),
    "groups": ("id",),
    "tasks": ("number",),
    "phases": ("name",),
    "milestones": ("name",),
    "report_deadlines": ("level", "name"),
}
"""The lists of a definition, and by what an item of each is known again."""
WHOLE = frozenset({"aliases", "working_days"})
"""What is compared entry by entry, however deep an entry is."""


class Fate(StrEnum):
    """What becomes of an item, or (reordered) of the order of a whole list."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    REORDERED = "reordered"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that differs; `field` leads to it (digests.day); values are plain, None for one left out."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class PartChange:
    """An item of one of the lists: its name, what becomes of it, and of a changed one which fields."""

    part: str
    name: str
    fate: Fate
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class TermChange:
    """The window of a rule that holds now, before and after; None where the rule is new."""

    before: QuotaTerm | None
    after: QuotaTerm


@dataclass(frozen=True, slots=True)
class RuleChanges:
    """All that differs; digests are those still to come."""

    fields: tuple[FieldChange, ...] = ()
    parts: tuple[PartChange, ...] = ()
    dropped: tuple[CutOff, ...] = ()
    added: tuple[CutOff, ...] = ()
    terms: tuple[TermChange, ...] = ()

    @property
    def any(self) -> bool:
        """Whether anything differs."""
        return bool(self.fields or self.parts)


def rule_changes(before: Plan, after: Definition, now: datetime) -> RuleChanges:
    """Compare the rules that hold with those that would hold from `now` on."""
    then, next_ = _data(before.definition), _data(after)
    replaced = (*before.replaced, Replaced(before.definition, now))
    plan = Plan(after, before.public, replaced)
    coming = {(c.at, c.kinds): c for c in before.rhythm.cut_offs if c.at > now}
    planned = {(c.at, c.kinds): c for c in plan.rhythm.cut_offs if c.at > now}
    return RuleChanges(
        tuple(_fields(then, next_, skip=KEYS)),
        tuple(change for part in KEYS for change in _parts(part, then[part], next_[part])),
        tuple(cut_off for key, cut_off in coming.items() if key not in planned),
        tuple(cut_off for key, cut_off in planned.items() if key not in coming),
        tuple(_terms(before.definition, after, plan.today(now))),
    )


def rules_stamp(definition: Definition) -> str:
    """Return words that differ when anything of the rules differs."""
    return hashlib.sha256(definition.model_dump_json(by_alias=True).encode()).hexdigest()


def _data(definition: Definition) -> dict[str, Any]:
    return definition.model_dump(mode="json", by_alias=True)


def _fields(
    before: Mapping[str, Any], after: Mapping[str, Any], lead: str = "", skip: Mapping[str, Any] | None = None
) -> Iterator[FieldChange]:
    for key in [*before, *(key for key in after if key not in before)]:
        then, now = before.get(key), after.get(key)
        if then == now or key in (skip or ()):
            continue
        deeper = lead.rstrip(".") not in WHOLE
        if isinstance(then, dict) and isinstance(now, dict) and deeper:
            yield from _fields(then, now, f"{lead}{key}.")
        else:
            yield FieldChange(f"{lead}{key}", then, now)


def _parts(part: str, before: list[Any], after: list[Any]) -> Iterator[PartChange]:
    then = {_key(part, item): item for item in before}
    now = {_key(part, item): item for item in after}
    for key, item in now.items():
        if key not in then:
            yield PartChange(part, item["name"], Fate.ADDED)
        elif item != then[key]:
            yield PartChange(part, then[key]["name"], Fate.CHANGED, tuple(_fields(then[key], item)))
    for key, item in then.items():
        if key not in now:
            yield PartChange(part, item["name"], Fate.REMOVED)
    if [key for key in then if key in now] != [key for key in now if key in then]:
        yield PartChange(part, "", Fate.REORDERED)


def _key(part: str, item: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(item[key] for key in KEYS[part])


def _terms(before: Definition, after: Definition, today: date) -> Iterator[TermChange]:
    known = {rule.id: rule for rule in before.quotas}
    for rule in after.quotas:
        now = term(rule, after.span, today)
        old = known.get(rule.id)
        then = term(old, before.span, today) if old else None
        if then is None or (then.days, then.required) != (now.days, now.required):
            yield TermChange(then, now)
