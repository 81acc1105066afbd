"""Claim a digest for a group, freeze its facts and owe its messages; all in the caller's one commit."""

from collections.abc import Iterator
from datetime import datetime

from campaign.claims import ClaimedDigest
from campaign.errors import NotFound
from campaign.people import Actor
from campaign.permissions import may_administer
from campaign.ports import Store
from campaign.receivers import Receiver
from campaign.review import DigestDraft
from campaign.rhythm import CutOff
from campaign.vocabulary import ChatState, DigestState, ReviewState
from digests.chat_text import digest_texts
from digests.drafting import awake, close, draft_of, hold, tell_reviewers
from digests.edits import edits_of
from digests.facts import DigestFacts
from digests.gathering import gather
from digests.outgoing import OFFERED, PICTURE, TEXT
from digests.provinces import unasked_pages


def post_digest(
    store: Store, campaign_id: str, cut_off: CutOff, receiver: Receiver, now: datetime
) -> DigestState | None:
    """Owe a digest, or hold or withhold it as its draft says; None when it is claimed already."""
    draft = draft_of(store, campaign_id, cut_off) if receiver.is_group else None
    state = _fate(store, draft, cut_off, receiver.chat_id)
    digest_id = _claim(store, campaign_id, cut_off, receiver, state)
    if digest_id is None or state is DigestState.WITHHELD:
        return state if digest_id else None
    facts = _freeze(store, campaign_id, cut_off, digest_id, draft)
    if draft and state is DigestState.HELD:
        hold(store, draft, now)
        return state
    _owe(store, store.digests.get(digest_id), now)
    if draft and not draft.over:
        tell_reviewers(store, draft, facts, now)
        close(store, draft)
    return state


def offer_digest(store: Store, campaign_id: str, cut_off: CutOff, receiver: Receiver, now: datetime) -> bool:
    """Ask every admin whether a digest that is too late shall still go out; False when it is not asked.

    A person's own is not: he reads how things stand whenever he likes.
    """
    draft = store.digest_drafts.of(campaign_id, cut_off.at)
    withheld = not receiver.is_group or _withheld(draft, receiver.chat_id)
    state = DigestState.WITHHELD if withheld else DigestState.OFFERED
    digest_id = _claim(store, campaign_id, cut_off, receiver, state)
    if digest_id is None or withheld:
        return False
    _freeze(store, campaign_id, cut_off, digest_id, draft)
    if draft and not draft.over:
        close(store, draft)
    payload = {"digest_id": digest_id, "group": receiver.name}
    at = awake(store, campaign_id, now)
    for admin in store.people.admins(campaign_id):
        key = f"digest-offered:{digest_id}:{admin.telegram_id}"
        store.outbox.owe(key, admin.telegram_id, OFFERED, payload, at, campaign_id=campaign_id)
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
    _owe(store, digest, store.now)
    return _decide(store, digest, actor, DigestState.POSTED)


def release_held(store: Store, draft: DigestDraft) -> None:
    """Owe a digest that waited, with the figures of its cut-off, to the groups that are there and chosen."""
    for digest in _held(store, draft):
        if not _gets(store, draft, digest):
            store.digests.set_state(digest.id, DigestState.WITHHELD)
            continue
        store.digests.freeze(digest.id, digest.facts or {}, draft.edits)
        _owe(store, store.digests.get(digest.id), store.now)
        store.digests.set_state(digest.id, DigestState.POSTED)


def to_release(store: Store, draft: DigestDraft) -> bool:
    """Return whether any group would get a digest that waits, were it approved now."""
    return any(_gets(store, draft, digest) for digest in _held(store, draft))


def drop_held(store: Store, draft: DigestDraft) -> None:
    """Leave a digest that waited for its approval."""
    for digest in _held(store, draft):
        store.digests.set_state(digest.id, DigestState.DECLINED)


def _gets(store: Store, draft: DigestDraft, digest: ClaimedDigest) -> bool:
    group = store.groups.get(digest.audience)
    return group is not None and group.state is ChatState.APPROVED and not _withheld(draft, group.chat_id)


def _held(store: Store, draft: DigestDraft) -> Iterator[ClaimedDigest]:
    for digest_id in store.digests.held(draft.campaign_id, draft.cut_off):
        if digest := store.digests.get(digest_id):
            yield digest


def _fate(store: Store, draft: DigestDraft | None, cut_off: CutOff, chat_id: int) -> DigestState:
    if draft is None:
        return DigestState.POSTED
    if _withheld(draft, chat_id):
        return DigestState.WITHHELD
    rules = store.campaigns.plan(draft.campaign_id).definition.digests
    asked = rules.must_approve(cut_off.kinds) and draft.state is ReviewState.OPEN
    waits = asked or draft.state in {ReviewState.TAKEN_BACK, ReviewState.HELD}
    return DigestState.HELD if waits else DigestState.POSTED


def _withheld(draft: DigestDraft | None, chat_id: int) -> bool:
    return draft is not None and (chat_id in draft.withheld or draft.state is ReviewState.DROPPED)


def _claim(
    store: Store, campaign_id: str, cut_off: CutOff, receiver: Receiver, state: DigestState
) -> int | None:
    return store.digests.claim(campaign_id, ",".join(cut_off.kinds), cut_off.at, receiver.chat_id, state)


def _freeze(
    store: Store, campaign_id: str, cut_off: CutOff, digest_id: int, draft: DigestDraft | None
) -> DigestFacts:
    """Keep the figures: what is counted for the first who gets it is what all get."""
    kept = store.digests.frozen(campaign_id, cut_off.at, ",".join(cut_off.kinds))
    facts = DigestFacts.model_validate(kept) if kept else gather(store, campaign_id, cut_off)
    store.digests.freeze(digest_id, kept or facts.model_dump(mode="json"), draft.edits if draft else {})
    return facts


def _owe(store: Store, digest: ClaimedDigest | None, now: datetime) -> None:
    """Owe the texts of a frozen digest in order, then its pictures, one message a page."""
    if digest is None:
        raise NotFound("digest", "")
    facts, at = DigestFacts.model_validate(digest.facts), awake(store, digest.campaign_id, now)
    parts = len(digest_texts(facts, edits=edits_of(digest.edits)))
    for part in range(parts):
        key = f"digest:{digest.id}:text:{part}"
        payload = {"digest_id": digest.id, "part": part}
        opens = {"opens": True} if digest.audience < 0 and part == parts - 1 else {}
        store.outbox.owe(key, digest.audience, TEXT, payload | opens, at, campaign_id=digest.campaign_id)
    pages, more = unasked_pages(facts)
    behind = {"behind": True} if more else {}
    for page in range(pages):
        key = f"digest:{digest.id}:picture:{page}"
        payload = {"digest_id": digest.id, "page": page}
        store.outbox.owe(key, digest.audience, PICTURE, payload | behind, at, campaign_id=digest.campaign_id)


def _decide(store: Store, digest: ClaimedDigest, actor: Actor, state: DigestState) -> DigestState:
    store.digests.set_state(digest.id, state)
    facts = {"before": digest.state, "after": state.value}
    store.audit.note(digest.campaign_id, actor.person.id, f"digest.{state}", str(digest.id), facts)
    return state
