"""The figures of a digest that somebody asks for, and the pictures behind those of a posted one."""

from dataclasses import replace
from typing import Any

from campaign.errors import NotAllowed, NotFound
from campaign.people import Actor
from campaign.permissions import may_administer
from campaign.ports import Store
from campaign.vocabulary import DigestKind
from digests.atlas import Charts
from digests.facts import DigestFacts
from digests.gathering import gather
from digests.messages import OutMessage
from digests.outgoing import all_messages, picture
from digests.provinces import Behind, Province, provinces, provinces_rows
from digests.reviewing import draft_seen
from handlers.filters import Place


def live_kinds(store: Store, actor: Actor, place: Place) -> tuple[DigestKind, ...]:
    """Return the kinds that the rules have, first what is meant without a word. Raise NotAllowed."""
    _may_ask(actor, place)
    return store.campaigns.plan(actor.campaign_id).definition.digests.kinds


def live_facts(store: Store, actor: Actor, place: Place, kind: DigestKind) -> DigestFacts:
    """Count what a digest of one kind would say now. Raise NotAllowed."""
    _may_ask(actor, place)
    return _now(store, actor, kind)


def _may_ask(actor: Actor, place: Place) -> None:
    may_administer(actor)
    if place.group and place.group.campaign_id != actor.campaign_id:
        raise NotAllowed("elsewhere")


def live_messages(facts: DigestFacts, kind: DigestKind, charts: Charts | None) -> list[OutMessage]:
    """Return the messages of such figures; drawing takes time."""
    rows = provinces_rows(Behind(kind=kind)) if provinces(facts) else ()
    return [replace(part, buttons=rows) if part.photo else part for part in all_messages(facts, charts)]


def provinces_behind(store: Store, actor: Actor, behind: Behind) -> tuple[Province, ...]:
    """Return the provinces of which there are pictures. Raise NotAllowed, NotFound."""
    return provinces(_behind(store, actor, behind))


def province_pictures(
    store: Store, actor: Actor, behind: Behind, page: int, charts: Charts | None
) -> list[OutMessage]:
    """Draw the province that begins on a page. Raise NotAllowed, NotFound."""
    facts = _behind(store, actor, behind)
    found = next((province for province in provinces(facts) if province.first == page), None)
    if found is None:
        raise NotFound("digest_list", str(page))
    return [picture(facts, number, charts) for number in range(found.first, found.after)]


def _behind(store: Store, actor: Actor, behind: Behind) -> DigestFacts:
    if behind.draft:
        return DigestFacts.model_validate(draft_seen(store, actor, behind.draft).facts)
    if behind.kind:
        return _now(store, actor, behind.kind)
    return DigestFacts.model_validate(_posted(store, actor, behind.digest))


def _now(store: Store, actor: Actor, kind: DigestKind) -> DigestFacts:
    plan = store.campaigns.plan(actor.campaign_id)
    facts = gather(store, actor.campaign_id, plan.rhythm.taken_at(kind, store.now))
    return facts.model_copy(update={"live": True})


def _posted(store: Store, actor: Actor, digest_id: int) -> dict[str, Any]:
    digest = store.digests.get(digest_id)
    if digest is None or digest.facts is None or digest.campaign_id != actor.campaign_id:
        raise NotFound("digest_list", str(digest_id))
    return digest.facts
