"""Rules changed after a draft was edited: its edits are handed on to what is due now, as far as they fit."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from campaign.ports import Store
from campaign.review import DigestDraft, moved_to
from campaign.vocabulary import ReviewState
from digests.edits import Edits, edits_of
from digests.facts import DigestFacts
from digests.report import digest_report

WINDOW = "window:"


def inherited(store: Store, campaign_id: str, moment: datetime) -> list[DigestDraft]:
    """Return the drafts from whose moments other rules took kinds that are due at this moment now."""
    plan = store.campaigns.plan(campaign_id)
    return [
        old
        for old in store.digest_drafts.standing(campaign_id)
        if old.cut_off != moment and moment in {new.at for new in moved_to(plan, old)}
    ]


def handed_on(draft: DigestDraft, olds: Iterable[DigestDraft]) -> DigestDraft:
    """Return a draft as it was made, with what was done to those before it; who waited still waits."""
    now, edits = DigestFacts.model_validate(draft.facts), Edits()
    for old in olds:
        edits = joined(edits, fitted(edits_of(old.edits), DigestFacts.model_validate(old.facts), now))
        waits = ReviewState.TAKEN_BACK if ReviewState.TAKEN_BACK in {old.state, draft.state} else draft.state
        draft = replace(
            draft,
            state=waits,
            withheld=tuple(dict.fromkeys((*draft.withheld, *old.withheld))),
            changes=tuple(sorted((*draft.changes, *old.changes), key=lambda change: change.at)),
        )
    if edits == Edits():
        return draft
    return replace(draft, edits=edits.model_copy(update={"handed": True}).model_dump(mode="json"))


def fitted(edits: Edits, then: DigestFacts, now: DigestFacts) -> Edits:
    """Return edits of a digest's sections for what it has now: by their keys, windows also by their days."""
    known = {block.key for block in digest_report(now).blocks}
    left = list(edits.left)
    words: dict[str, str] = {}
    bases: dict[str, tuple[str, ...]] = {}
    for key, said in edits.words.items():
        place = _place(key, known, then, now)
        if place is None or place in words:
            left.append(said)
            continue
        words[place], bases[place] = said, edits.bases.get(key, ())
    omitted = tuple(filter(None, (_place(key, known, then, now) for key in edits.omitted)))
    return Edits(words=words, bases=bases, added=edits.added, omitted=omitted, left=tuple(left))


def joined(first: Edits, second: Edits) -> Edits:
    """Return both; of two that word one section anew the first stands, and the other's words are left."""
    lost = [said for key, said in second.words.items() if first.words.get(key, said) != said]
    return Edits(
        words=second.words | first.words,
        bases=second.bases | first.bases,
        added=tuple(dict.fromkeys((*first.added, *second.added))),
        omitted=tuple(dict.fromkeys((*first.omitted, *second.omitted))),
        left=tuple(dict.fromkeys((*first.left, *second.left, *lost))),
    )


def _place(key: str, known: set[str], then: DigestFacts, now: DigestFacts) -> str | None:
    """Return the section's key now: its own, or that of the window that began on the same day."""
    if key in known or not key.startswith(WINDOW):
        return key if key in known else None
    days = {f"{WINDOW}{section.kind}": section.first for section in then.sections}
    same = (f"{WINDOW}{section.kind}" for section in now.sections if section.first == days.get(key))
    return next((other for other in same if other in known), None)
