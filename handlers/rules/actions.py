"""Rules compared with those that hold, and taken, in plain values."""

import hashlib
from dataclasses import dataclass

from campaign.actions.rules import take_rules
from campaign.definition import Definition
from campaign.errors import Changed
from campaign.people import Actor
from campaign.permissions import may_administer
from campaign.ports import Store
from campaign.rule_changes import RuleChanges, rule_changes, rules_stamp
from campaign.strays import Known
from handlers.desk import Desk

MARK_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Preview:
    """What rules would change; `mark` names them and those that they were compared with."""

    changes: RuleChanges
    mark: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What was changed."""

    changes: RuleChanges


def known(store: Store, actor: Actor) -> Known | None:
    """Return the names that rules may use; None for somebody who does not run the campaign."""
    if not actor.is_admin:
        return None
    counties = frozenset(county.name for county in store.people.counties(actor.campaign_id))
    people = frozenset(member.person.name for member in store.members.every(actor.campaign_id))
    return Known(counties, people, actor.campaign_id)


def preview(store: Store, actor: Actor, definition: Definition) -> Preview:
    """Compare rules with those that hold. Raise NotAllowed."""
    may_administer(actor)
    plan = store.campaigns.plan(actor.campaign_id)
    marked = f"{rules_stamp(definition)} {rules_stamp(plan.definition)}"
    mark = hashlib.sha256(marked.encode()).hexdigest()[:MARK_LENGTH]
    return Preview(rule_changes(plan, definition, store.now), mark)


def take(store: Store, actor: Actor, desk: Desk, definition: Definition, mark: str) -> Taken | Preview:
    """Take rules if all is as it was shown; otherwise return what they would change now. Raise NotAllowed."""
    now = preview(store, actor, definition)
    if desk.repeated and not now.changes.any:
        return Taken(now.changes)
    if now.mark != mark:
        return now
    seen = rules_stamp(store.campaigns.plan(actor.campaign_id).definition)
    try:
        return Taken(take_rules(store, actor, definition, seen))
    except Changed:
        return preview(store, actor, definition)
