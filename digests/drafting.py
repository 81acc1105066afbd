"""Make the draft of a digest and owe it to the reviewers; hold a digest that waits for their approval."""

from dataclasses import replace
from datetime import datetime

from campaign.ports import Store
from campaign.quiet import after_quiet
from campaign.review import DigestDraft
from campaign.rhythm import CutOff
from campaign.vocabulary import ReviewState
from digests.edits import edits_of, untrue
from digests.facts import DigestFacts
from digests.gathering import gather
from digests.handing import handed_on, inherited
from digests.moved import moved
from digests.outgoing import DRAFT, DRAFT_PICTURE, SENT
from digests.provinces import unasked_pages
from digests.report import digest_report


def draft_digest(store: Store, campaign_id: str, cut_off: CutOff, now: datetime) -> bool:
    """Draft a digest and owe it to every admin, picture first; False when somebody else has drafted it.

    One whose kinds other rules changed since is made anew, and told anew.
    """
    draft = _made(store, campaign_id, cut_off, ReviewState.OPEN)
    if draft is None:
        return False
    pages, _ = unasked_pages(DigestFacts.model_validate(draft.facts))
    at = awake(store, campaign_id, now)
    for admin in store.people.admins(campaign_id):
        stem = f"digest-draft:{draft.id}:{admin.telegram_id}" + (f":{draft.version}" if draft.version else "")
        for page in range(pages):
            payload = {"draft_id": draft.id, "page": page}
            key = f"{stem}:picture:{page}"
            store.outbox.owe(key, admin.telegram_id, DRAFT_PICTURE, payload, at, campaign_id=campaign_id)
        card = {"draft_id": draft.id}
        store.outbox.owe(stem, admin.telegram_id, DRAFT, card, at, campaign_id=campaign_id)
    return True


def draft_of(store: Store, campaign_id: str, cut_off: CutOff) -> DigestDraft | None:
    """Return the draft of a digest that is due.

    One is made where the rules ask for an approval, and where other rules moved the digest away from its
    own; one of other kinds than are due now is made anew.
    """
    rules = store.campaigns.plan(campaign_id).definition.digests
    found = store.digest_drafts.of(campaign_id, cut_off.at)
    if found is None and rules.reviewed(cut_off.kinds) is None:
        return None
    asked = rules.must_approve(cut_off.kinds)
    if found or asked or inherited(store, campaign_id, cut_off.at):
        _made(store, campaign_id, cut_off, ReviewState.HELD if asked else ReviewState.OPEN)
    return store.digest_drafts.of(campaign_id, cut_off.at)


def hold(store: Store, draft: DigestDraft, now: datetime) -> None:
    """Note that a digest waits for its approval, and tell every admin once."""
    if draft.state is not ReviewState.HELD:
        store.digest_drafts.put(replace(draft, state=ReviewState.HELD, version=draft.version + 1))
    at = awake(store, draft.campaign_id, now)
    for admin in store.people.admins(draft.campaign_id):
        key = f"digest-held:{draft.id}:{admin.telegram_id}"
        store.outbox.owe(
            key, admin.telegram_id, DRAFT, {"draft_id": draft.id}, at, campaign_id=draft.campaign_id
        )


def chased_under(draft_id: int) -> str:
    """Return what the keys begin with under which admins hear again of a digest that waits."""
    return f"digest-held-again:{draft_id}:"


def chase(store: Store, draft_id: int, now: datetime) -> None:
    """Tell every admin once more that a digest still waits, and who may approve it."""
    draft = store.digest_drafts.get(draft_id)
    if draft is None or draft.state is not ReviewState.HELD:
        return
    at, payload = awake(store, draft.campaign_id, now), {"draft_id": draft_id, "again": True}
    for admin in store.people.admins(draft.campaign_id):
        key = f"{chased_under(draft_id)}{admin.telegram_id}"
        store.outbox.owe(key, admin.telegram_id, DRAFT, payload, at, campaign_id=draft.campaign_id)


def close(store: Store, draft: DigestDraft) -> None:
    """Note that nothing can be changed of a draft any more."""
    store.digest_drafts.put(replace(draft, state=ReviewState.DONE, version=draft.version + 1))


def tell_reviewers(store: Store, draft: DigestDraft, facts: DigestFacts, now: datetime) -> None:
    """Owe those who changed or approved a draft what moved since it was made, if anything did."""
    changes = [list(change) for change in moved(DigestFacts.model_validate(draft.facts), facts)]
    wrong = sum(untrue(digest_report(facts), edits_of(draft.edits)).values(), ())
    left = list(edits_of(draft.edits).left)
    if not (changes or wrong or left):
        return
    payload = {"kinds": facts.kinds, "cut_off": facts.cut_off.isoformat(), "moved": changes, "wrong": wrong}
    payload |= {"left": left} if left else {}
    at, reviewers = awake(store, draft.campaign_id, now), {c.person_id for c in draft.changes}
    for admin in store.people.admins(draft.campaign_id):
        if admin.person.id in reviewers:
            key = f"digest-sent:{draft.id}:{admin.telegram_id}"
            store.outbox.owe(key, admin.telegram_id, SENT, payload, at, campaign_id=draft.campaign_id)


def awake(store: Store, campaign_id: str, now: datetime) -> datetime:
    """Return `now`, or the end of the quiet hours it falls in."""
    definition = store.campaigns.plan(campaign_id).definition
    return after_quiet(definition.quiet_hours, definition.tz, now)


def _made(store: Store, campaign_id: str, cut_off: CutOff, state: ReviewState) -> DigestDraft | None:
    """Make a draft, or one anew whose kinds changed; None when there is one of these kinds already."""
    kinds, found = ",".join(cut_off.kinds), store.digest_drafts.of(campaign_id, cut_off.at)
    if found and found.kinds == kinds:
        return None
    facts = gather(store, campaign_id, cut_off).model_dump(mode="json")
    draft = DigestDraft(0, campaign_id, kinds, cut_off.at, state, 0, {}, (), (), facts)
    draft = handed_on(draft, [*([found] if found else []), *inherited(store, campaign_id, cut_off.at)])
    if found:
        draft = replace(draft, id=found.id, version=found.version + 1)
        store.digest_drafts.renew(draft)
        return draft
    made = store.digest_drafts.make(draft)
    return replace(draft, id=made) if made else None
