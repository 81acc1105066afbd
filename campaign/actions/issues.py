"""Carry an issue on: note progress, close it with a word on the result, open it again, file it elsewhere."""

from campaign.errors import NotFound
from campaign.issues import Dossier
from campaign.people import Actor
from campaign.permissions import may_follow
from campaign.ports import Store
from campaign.vocabulary import IssueState, IssueStep

LONGEST_NOTE = 500
OTHER = "other"


def note_progress(store: Store, actor: Actor, number: int, note: str) -> Dossier:
    """Add a note to an issue, open or closed. Raise NotAllowed, NotFound.

    The same words of the same person twice in a row are one note.
    """
    dossier, note = _own(store, actor, number), note.strip()[:LONGEST_NOTE]
    last = dossier.last
    if last and (last.step, last.actor_id, last.note) == (IssueStep.PROGRESS, actor.person.id, note):
        return dossier
    store.issues.note(dossier.issue, actor, IssueStep.PROGRESS, note, store.now)
    return _noted(store, actor, dossier, "issue.progress", note)


def close_issue(store: Store, actor: Actor, number: int, result: str) -> Dossier:
    """Close an issue; closing twice is one closing, with the first result. Raise NotAllowed, NotFound."""
    dossier = _own(store, actor, number)
    if dossier.issue.state is IssueState.CLOSED:
        return dossier
    result = result.strip()[:LONGEST_NOTE]
    store.records.close_issue(actor.campaign_id, number, actor, result, store.now)
    return _noted(store, actor, dossier, "issue.close", result)


def reopen_issue(store: Store, actor: Actor, number: int) -> Dossier:
    """Open a closed issue again; its history keeps the closing. Raise NotAllowed, NotFound."""
    dossier = _own(store, actor, number)
    if not store.issues.reopen(dossier.issue):
        return dossier
    store.issues.note(dossier.issue, actor, IssueStep.REOPEN, None, store.now)
    return _noted(store, actor, dossier, "issue.reopen")


def choose_category(store: Store, actor: Actor, number: int, category: str | None) -> Dossier:
    """Give an issue another category, None for no known one; it stays whatever the rules' words say.

    Choosing what it has changes nothing. Raise NotAllowed, NotFound, also for a category that is gone.
    """
    dossier = _own(store, actor, number)
    names = store.campaigns.plan(actor.campaign_id).filing.categories.names
    if category is not None and category not in names:
        raise NotFound("category", category)
    before = dossier.issue.category
    if before == category:
        return dossier
    store.issues.file(dossier.issue, category)
    facts = {"before": names.get(before or "", OTHER), "after": names.get(category or "", OTHER)}
    what = (actor.campaign_id, actor.person.id, "issue.category", str(number), facts)
    store.audit.note(*what, behalf_id=dossier.author_id)
    return store.issues.dossier(actor.campaign_id, number)


def _own(store: Store, actor: Actor, number: int) -> Dossier:
    dossier = store.issues.dossier(actor.campaign_id, number)
    own = store.people.pairings(actor.campaign_id, actor.person.id)
    may_follow(actor, dossier.author_id, dossier.issue.county_id, own)
    return dossier


def _noted(store: Store, actor: Actor, before: Dossier, what: str, note: str = "") -> Dossier:
    after = store.issues.dossier(actor.campaign_id, before.issue.number)
    states = {"before": before.issue.state.value, "after": after.issue.state.value}
    facts = {**states, "note": note} if note else states
    number, whose = str(before.issue.number), before.author_id
    store.audit.note(actor.campaign_id, actor.person.id, what, number, facts, behalf_id=whose)
    return after
