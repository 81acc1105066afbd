"""The figures of a digest that somebody asks for."""

from campaign.errors import NotAllowed
from campaign.people import Actor
from campaign.permissions import may_administer
from campaign.ports import Store
from campaign.vocabulary import DigestKind
from digests.facts import DigestFacts
from digests.gathering import gather
from handlers.filters import Place


def live_facts(store: Store, actor: Actor, place: Place, kind: DigestKind) -> DigestFacts:
    """Count what a digest of one kind would say now. Raise NotAllowed."""
    may_administer(actor)
    if place.group and place.group.campaign_id != actor.campaign_id:
        raise NotAllowed("elsewhere")
    plan = store.campaigns.plan(actor.campaign_id)
    facts = gather(store, actor.campaign_id, plan.rhythm.taken_at(kind, store.now))
    return facts.model_copy(update={"live": True})
