"""Claim a digest for a group, freeze its facts and owe its messages; all in the caller's one commit."""

from datetime import datetime

from campaign.errors import NotFound
from campaign.groups import Group
from campaign.people import Actor
from campaign.permissions import may_administer
from campaign.ports import ClaimedDigest, Store
from campaign.quiet import after_quiet
from campaign.rhythm import CutOff
from campaign.vocabulary import ChatState, DigestState
from digests.chat_text import digest_texts
from digests.facts import DigestFacts
from digests.gathering import gather
from digests.outgoing import OFFERED, PICTURE, TEXT


def post_digest(store: Store, campaign_id: str, cut_off: CutOff, group: Group, now: datetime) -> bool:
    """Owe a digest to a group; return False when somebody else has claimed it."""
    digest_id = _claim(store, campaign_id, cut_off, group, DigestState.POSTED)
    if digest_id is None:
        return False
    facts = _freeze(store, campaign_id, cut_off, digest_id)
    _owe(store, digest_id, facts, group.chat_id, _awake(store, campaign_id, now))
    return True


def offer_digest(store: Store, campaign_id: str, cut_off: CutOff, group: Group, now: datetime) -> bool:
    """Ask every admin whether a digest that is too late shall still go out; False when it is claimed."""
    digest_id = _claim(store, campaign_id, cut_off, group, DigestState.OFFERED)
    if digest_id is None:
        return False
    _freeze(store, campaign_id, cut_off, digest_id)
    payload = {"digest_id": digest_id, "group": group.title}
    at = _awake(store, campaign_id, now)
    for admin in store.people.admins(campaign_id):
        key = f"digest-offered:{digest_id}:{admin.telegram_id}"
        store.outbox.owe(key, admin.telegram_id, OFFERED, payload, at)
    return True


def decide_offer(store: Store, actor: Actor, digest_id: int, *, post: bool) -> DigestState:
    """Post an offered digest or leave it; the first decision stands. Return what became of it.

    Raise NotAllowed, and NotFound also when the group has left meanwhile.
    """
    may_administer(actor)
    digest = store.digests.get(digest_id)
    if digest is None or digest.campaign_id != actor.campaign_id:
        raise NotFound("digest", str(digest_id))
    if digest.state != DigestState.OFFERED:
        return DigestState(digest.state)
    if post:
        return post_offered(store, digest, actor)
    return _decide(store, digest, actor, DigestState.DECLINED)


def post_offered(store: Store, digest: ClaimedDigest, actor: Actor) -> DigestState:
    """Owe an offered digest to its group, with the figures of its cut-off."""
    group = store.groups.get(digest.audience)
    if group is None or group.state is not ChatState.APPROVED:
        raise NotFound("group", str(digest.audience))
    facts = DigestFacts.model_validate(digest.facts)
    _owe(store, digest.id, facts, group.chat_id, _awake(store, digest.campaign_id, store.now))
    return _decide(store, digest, actor, DigestState.POSTED)


def _claim(store: Store, campaign_id: str, cut_off: CutOff, group: Group, state: DigestState) -> int | None:
    return store.digests.claim(campaign_id, ",".join(cut_off.kinds), cut_off.at, group.chat_id, state)


def _freeze(store: Store, campaign_id: str, cut_off: CutOff, digest_id: int) -> DigestFacts:
    facts = gather(store, campaign_id, cut_off)
    store.digests.freeze(digest_id, facts.model_dump(mode="json"))
    return facts


def _owe(store: Store, digest_id: int, facts: DigestFacts, chat_id: int, not_before: datetime) -> None:
    """Owe the texts in order, then the picture."""
    for part in range(len(digest_texts(facts))):
        key = f"digest:{digest_id}:text:{part}"
        store.outbox.owe(key, chat_id, TEXT, {"digest_id": digest_id, "part": part}, not_before)
    store.outbox.owe(f"digest:{digest_id}:picture", chat_id, PICTURE, {"digest_id": digest_id}, not_before)


def _decide(store: Store, digest: ClaimedDigest, actor: Actor, state: DigestState) -> DigestState:
    store.digests.set_state(digest.id, state)
    facts = {"before": digest.state, "after": state.value}
    store.audit.note(digest.campaign_id, actor.person.id, f"digest.{state}", str(digest.id), facts)
    return state


def _awake(store: Store, campaign_id: str, now: datetime) -> datetime:
    """Return `now`, or the end of the quiet hours it falls in."""
    definition = store.campaigns.plan(campaign_id).definition
    return after_quiet(definition.quiet_hours, definition.tz, now)
