"""Practices are chosen for promotion, and the choice is taken back."""

from campaign.people import Actor
from campaign.permissions import Action, permit
from campaign.ports import Store
from campaign.records import Practice


def choose_practice(store: Store, actor: Actor, number: int, *, chosen: bool) -> Practice:
    """Choose a practice, or take that back; twice is once. Return it as it was.

    Raise NotAllowed, NotFound.
    """
    permit(actor, Action.CHOOSE)
    practice = store.records.practice(actor.campaign_id, number)
    if chosen is (practice.chosen_at is not None):
        return practice
    store.records.choose(practice, actor, store.now if chosen else None)
    step = ("not_chosen", "chosen") if chosen else ("chosen", "not_chosen")
    facts = {"title": practice.county_name, "before": step[0], "after": step[1], "words": practice.text}
    action = "practice.choose" if chosen else "practice.release"
    store.audit.note(actor.campaign_id, actor.person.id, action, str(number), facts)
    return practice
