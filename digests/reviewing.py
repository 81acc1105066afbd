"""What reviewers do to a draft, each in the caller's one commit: who sees an older form changes nothing."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from campaign.errors import NotFound
from campaign.people import Actor
from campaign.permissions import may_administer
from campaign.ports import Store
from campaign.review import DigestDraft, ReviewChange, ReviewStep, cut_off_of
from campaign.vocabulary import ReviewState
from digests.edits import ADDED, Edits, edits_of
from digests.facts import DigestFacts
from digests.gathering import gather
from digests.posting import drop_held, release_held, to_release
from digests.report import Block, digest_report

MARK_LENGTH = 8
LONGEST_WORDS = 1000
OF_SECTIONS = frozenset({ReviewStep.WORDS, ReviewStep.ORIGINAL, ReviewStep.OMIT, ReviewStep.RESTORE})
OF_GROUPS = frozenset({ReviewStep.WITHHOLD, ReviewStep.GRANT})
FREE = frozenset({ReviewStep.TAKE_BACK})
"""What may be done to a draft that is approved."""


class Taken(StrEnum):
    """What became of a reviewer's wish: done; or the draft is over, settled, or was changed meanwhile.

    gone: rules know its moment no more. past: it passed, and no group is to get it. nobody: no group would.
    """

    DONE = "done"
    OVER = "over"
    GONE = "gone"
    PAST = "past"
    NOBODY = "nobody"
    SETTLED = "settled"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Wish:
    """What a reviewer wants: the step, what it is about (see ReviewChange), and words if it has some.

    `seen`: the draft's version that he saw, or the mark of the section's words.
    """

    step: ReviewStep
    seen: int | str
    about: str = ""
    words: str = ""


def draft_seen(store: Store, actor: Actor, draft_id: int) -> DigestDraft:
    """Return a draft. Raise NotAllowed, NotFound."""
    may_administer(actor)
    draft = store.digest_drafts.get(draft_id)
    if draft is None or draft.campaign_id != actor.campaign_id:
        raise NotFound("digest_draft", str(draft_id))
    return draft


def review(store: Store, actor: Actor, draft_id: int, wish: Wish, facts: DigestFacts | None = None) -> Taken:
    """Do what a reviewer wants of a draft, if it is still as he saw it. Raise NotAllowed, NotFound.

    facts: what it says now, by whom they are known already.
    """
    draft = draft_seen(store, actor, draft_id)
    if _done_already(draft, actor, wish):
        return Taken.DONE
    if end := ended(store, draft):
        return end
    if draft.state is ReviewState.APPROVED and wish.step not in FREE:
        return Taken.SETTLED
    if wish.seen not in {draft.version, words_mark(draft, wish.about)}:
        return Taken.CHANGED
    if wish.step is ReviewStep.APPROVE and draft.state is ReviewState.HELD and not to_release(store, draft):
        return Taken.NOBODY
    section = None
    if wish.step in OF_SECTIONS and (facts := facts or facts_of(store, draft)):
        blocks = digest_report(facts).blocks
        section = next((block for block in blocks if block.key == wish.about), None)
    _keep(store, actor, draft, wish, section)
    return Taken.DONE


def ended(store: Store, draft: DigestDraft) -> Taken | None:
    """Return why nothing comes of a draft any more; None while something does. Asked at each press, cheap."""
    if draft.over:
        return Taken.OVER
    if draft.state is ReviewState.HELD:
        return None
    if cut_off_of(store.campaigns.plan(draft.campaign_id), draft) is None:
        return Taken.GONE
    return Taken.PAST if draft.cut_off <= store.now and not _awaited(store, draft) else None


def facts_of(store: Store, draft: DigestDraft) -> DigestFacts | None:
    """Return what a draft would say now, or what was frozen; None when the rules know its cut-off no more."""
    if kept := store.digests.frozen(draft.campaign_id, draft.cut_off, draft.kinds):
        return DigestFacts.model_validate(kept)
    cut_off = cut_off_of(store.campaigns.plan(draft.campaign_id), draft)
    return gather(store, draft.campaign_id, cut_off) if cut_off else None


def words_mark(draft: DigestDraft, section: str) -> str:
    """Return what names the words that a section has now; "" for one without words of its own."""
    edits = edits_of(draft.edits)
    words = edits.words.get(section, "")
    if section.startswith(ADDED):
        place = int(section.removeprefix(ADDED) or len(edits.added))
        words = edits.added[place] if place < len(edits.added) else ""
    return hashlib.sha256(words.encode()).hexdigest()[:MARK_LENGTH] if words else ""


def _awaited(store: Store, draft: DigestDraft) -> bool:
    """Whether a group still is to get a digest whose moment passed; the next tick sees to it."""
    plan = store.campaigns.plan(draft.campaign_id)
    day = plan.today(draft.cut_off)
    had = {chat for at, chat in store.digests.claimed(draft.campaign_id) if plan.today(at) == day}
    return any(
        group.chat_id not in {*had, *draft.withheld} and (group.decided_at or draft.cut_off) <= draft.cut_off
        for group in store.groups.approved(draft.campaign_id)
    )


def _done_already(draft: DigestDraft, actor: Actor, wish: Wish) -> bool:
    """Whether this very wish was the last one: it came twice, or is done again after a crash."""
    last = draft.changes[-1] if draft.changes else None
    if last is None or (last.person_id, last.what, last.about) != (actor.person.id, wish.step, wish.about):
        return False
    if isinstance(wish.seen, int):
        return wish.seen == draft.version - 1
    edits = edits_of(draft.edits)
    return wish.words in {edits.words.get(wish.about), *edits.added[-1:]}


def _keep(store: Store, actor: Actor, draft: DigestDraft, wish: Wish, section: Block | None) -> None:
    change = ReviewChange(actor.person.id, actor.person.name, store.now, wish.step, wish.about)
    changed = _STEPS[wish.step](draft, wish, section)
    changed = replace(changed, version=draft.version + 1, changes=(*draft.changes, change))
    if wish.step is ReviewStep.APPROVE:
        changed = replace(changed, approved_by=actor.person.id, approved_at=store.now)
    if draft.state is ReviewState.HELD and wish.step is ReviewStep.APPROVE:
        release_held(store, changed)
        changed = replace(changed, state=ReviewState.DONE)
    if wish.step is ReviewStep.DROP:
        drop_held(store, changed)
    store.digest_drafts.put(changed)
    facts = {"title": section.heading if section else _group_title(store, wish), "words": wish.words}
    kept = {name: value for name, value in facts.items() if value}
    store.audit.note(draft.campaign_id, actor.person.id, f"review.{wish.step}", str(draft.id), kept)


def _group_title(store: Store, wish: Wish) -> str:
    group = store.groups.get(int(wish.about)) if wish.step in OF_GROUPS else None
    return group.title if group else ""


Step = Callable[[DigestDraft, Wish, Block | None], DigestDraft]


def _words(draft: DigestDraft, wish: Wish, section: Block | None) -> DigestDraft:
    edits = edits_of(draft.edits)
    if wish.about.startswith(ADDED):
        return _edited(draft, _paragraph(edits, wish.about, wish.words))
    base = edits.bases | {wish.about: section.lines if section else ()}
    words = edits.words | {wish.about: wish.words}
    return _edited(draft, edits.model_copy(update={"words": words, "bases": base}))


def _original(draft: DigestDraft, wish: Wish, _: Block | None) -> DigestDraft:
    edits = edits_of(draft.edits)
    if wish.about.startswith(ADDED):
        return _edited(draft, _paragraph(edits, wish.about, ""))
    kept = {key: words for key, words in edits.words.items() if key != wish.about}
    bases = {key: lines for key, lines in edits.bases.items() if key != wish.about}
    return _edited(draft, edits.model_copy(update={"words": kept, "bases": bases}))


def _add(draft: DigestDraft, wish: Wish, _: Block | None) -> DigestDraft:
    edits = edits_of(draft.edits)
    return _edited(draft, edits.model_copy(update={"added": (*edits.added, wish.words)}))


def _omit(draft: DigestDraft, wish: Wish, _: Block | None) -> DigestDraft:
    edits = edits_of(draft.edits)
    omitted = tuple(dict.fromkeys((*edits.omitted, wish.about)))
    return _edited(draft, edits.model_copy(update={"omitted": omitted}))


def _restore(draft: DigestDraft, wish: Wish, _: Block | None) -> DigestDraft:
    edits = edits_of(draft.edits)
    omitted = tuple(key for key in edits.omitted if key != wish.about)
    return _edited(draft, edits.model_copy(update={"omitted": omitted}))


def _withhold(draft: DigestDraft, wish: Wish, _: Block | None) -> DigestDraft:
    return replace(draft, withheld=tuple(dict.fromkeys((*draft.withheld, int(wish.about)))))


def _grant(draft: DigestDraft, wish: Wish, _: Block | None) -> DigestDraft:
    return replace(draft, withheld=tuple(chat for chat in draft.withheld if chat != int(wish.about)))


def _approve(draft: DigestDraft, _wish: Wish, _: Block | None) -> DigestDraft:
    return replace(draft, state=ReviewState.APPROVED)


def _take_back(draft: DigestDraft, _wish: Wish, _: Block | None) -> DigestDraft:
    return replace(draft, state=ReviewState.TAKEN_BACK, approved_by=None, approved_at=None)


def _drop(draft: DigestDraft, _wish: Wish, _: Block | None) -> DigestDraft:
    return replace(draft, state=ReviewState.DROPPED)


def _paragraph(edits: Edits, key: str, words: str) -> Edits:
    """Return edits with another paragraph at a place; one without words is gone."""
    place = int(key.removeprefix(ADDED))
    added = (*edits.added[:place], *([words] if words else []), *edits.added[place + 1 :])
    return edits.model_copy(update={"added": added})


def _edited(draft: DigestDraft, edits: Edits) -> DigestDraft:
    return replace(draft, edits=edits.model_dump(mode="json"))


_STEPS: Mapping[ReviewStep, Step] = MappingProxyType(
    {
        ReviewStep.WORDS: _words,
        ReviewStep.ORIGINAL: _original,
        ReviewStep.ADD: _add,
        ReviewStep.OMIT: _omit,
        ReviewStep.RESTORE: _restore,
        ReviewStep.WITHHOLD: _withhold,
        ReviewStep.GRANT: _grant,
        ReviewStep.APPROVE: _approve,
        ReviewStep.TAKE_BACK: _take_back,
        ReviewStep.DROP: _drop,
    }
)
