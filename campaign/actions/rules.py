"""An admin gives the campaign another form of its rules."""

from campaign.definition import Definition
from campaign.errors import Changed
from campaign.people import Actor
from campaign.permissions import may_administer
from campaign.ports import Store
from campaign.rule_changes import RuleChanges, rule_changes, rules_stamp


def take_rules(store: Store, actor: Actor, definition: Definition, seen: str) -> RuleChanges:
    """Take rules without faults; `seen` is the stamp of the rules that they were compared with.

    Raise NotAllowed, and Changed when others hold by now.
    """
    may_administer(actor)
    plan = store.campaigns.plan(actor.campaign_id)
    if rules_stamp(plan.definition) != seen or definition.id != actor.campaign_id:
        raise Changed("rules")
    found = rule_changes(plan, definition, store.now)
    store.campaigns.load(definition, store.now)
    fields = [change.field for change in found.fields]
    parts = [f"{change.part} {change.fate} {change.name}".strip() for change in found.parts]
    facts = {"changed": True, "fields": fields, "parts": parts}
    store.audit.note(actor.campaign_id, actor.person.id, "campaign.load", actor.campaign_id, facts)
    return found
