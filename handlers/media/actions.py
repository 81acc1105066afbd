"""Where a file belongs: to the card or record of its album, of the message replied to, or that is open."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from campaign.actions.withdrawals import may_withdraw
from campaign.attachments import FileKind, SentFile
from campaign.drafts import Draft
from campaign.errors import NotFound
from campaign.people import Actor
from campaign.ports import Store
from campaign.vocabulary import DraftState
from handlers.desk import Desk
from handlers.duties.cards import DutyCard
from handlers.planned.actions import Plans, changed, offered
from handlers.records.amending import Unclear
from handlers.records.by_words import Pointed, corrected_by_words, mends_latest
from handlers.records.corrections import Proposal
from handlers.records.editing import Added, Amended, add_words, replied_to
from handlers.report.actions import Card, Shown, Unsaved, card, kept, read_message
from handlers.report.reading import Said
from understanding.reading import Intent

QUIET = timedelta(seconds=60)
"""What follows a card or another file so soon came with it: nothing is said of it."""
JOINING = timedelta(hours=2)
"""A card that waits longer than this is no longer meant by a file alone."""
KEPT = timedelta(minutes=10)
"""How long files that came before any words wait for them."""
LOOSE = "loose"
CORRECTING = frozenset({Intent.CORRECTION, Intent.NONE})


@dataclass(frozen=True, slots=True)
class Joined:
    """A card or record with the files that joined it: how many, and for how many there was no room.

    `message_id`: where it is shown. `quiet`: the files came along with it.
    """

    shown: Shown
    chat_id: int
    message_id: int | None
    kind: FileKind
    added: int
    over: int
    quiet: bool


def take(
    store: Store, actor: Actor, desk: Desk, said: Said, loose: tuple[SentFile, ...], *, private: bool
) -> Card | DutyCard | Unsaved | Plans | Joined | Added | Amended | Proposal | Unclear | Pointed:
    """Read a message that may bring files: a part of an album joins its card, words that say nothing too.

    A reply to a card or record adds to it, or changes it; a correction without a reply finds what it means.
    A plan is offered in private.

    `loose` files came before any words: a new card takes them along. Raise NotAllowed.
    """
    if said.media_group and (joined := join(store, actor, said, private=False)):
        return joined
    if said.reply_to and (added := add_words(store, actor, desk, said)):
        joined = join(store, actor, said, private=private) if said.files else None
        if joined and isinstance(added, Amended):
            return Amended(joined.shown)
        return added
    outcome = read_message(store, actor, desk, replace(said, files=(*loose, *said.files)))
    if isinstance(outcome, Card | DutyCard):
        return outcome
    if said.files:
        return join(store, actor, said, private=private) or outcome
    return _no_report(store, actor, desk, said, outcome.intent, private=private) or outcome


def _no_report(
    store: Store, actor: Actor, desk: Desk, said: Said, intent: Intent, *, private: bool
) -> Plans | Amended | Proposal | Pointed | None:
    """Take words that report nothing for a plan or a correction, if they are one."""
    if intent is Intent.PLAN and private:
        return offered(store, actor, desk, said)
    if intent not in CORRECTING:
        return None
    surely = intent is Intent.CORRECTION or (private and mends_latest(store, actor, desk, said))
    corrected = corrected_by_words(store, actor, desk, said, surely=surely)
    return corrected or (changed(store, actor, desk, said) if private else None)


def join(store: Store, actor: Actor, said: Said, *, private: bool) -> Joined | None:
    """Keep files with the card or record that they belong to; None when there is none.

    `private`: in a private chat a file alone joins the card that is open.
    """
    home = _home(store, actor, said, private=private)
    if home is None:
        return None
    draft, quiet = home
    return _add(store, actor, draft, said.files, quiet=quiet)


def place_for(store: Store, actor: Actor, said: Said) -> Shown | None:
    """Return the card or record with which a place may be kept: that of `join`, or the latest record."""
    if home := _home(store, actor, said, private=True):
        return _shown(store, actor, home[0])
    record = store.records.latest_of(actor.campaign_id, actor.person.id)
    if record is None or store.now - record.saved_at > JOINING:
        return None
    return kept(store, actor, record)


def keep_place(store: Store, actor: Actor, draft_id: str, place: SentFile) -> Joined:
    """Keep a place with a card or record. Raise NotFound."""
    draft = store.drafts.get(draft_id)
    if draft is None or not _may_add(store, actor, draft):
        raise NotFound("draft", draft_id)
    return _add(store, actor, draft, (place,), quiet=True)


def waiting(data: Mapping[str, Any], now: datetime) -> tuple[SentFile, ...]:
    """Return the files that came before any words and still wait for them, from a conversation's data."""
    loose = data.get(LOOSE)
    if not loose or now - datetime.fromisoformat(loose["at"]) > KEPT:
        return ()
    return tuple(SentFile(FileKind(kind), *ids) for kind, *ids in loose["files"])


def put_by(files: tuple[SentFile, ...], now: datetime) -> dict[str, Any]:
    """Return what a conversation keeps of files that wait for words."""
    return {LOOSE: {"at": now.isoformat(), "files": [[f.kind.value, f.file_id, f.unique_id] for f in files]}}


def _add(store: Store, actor: Actor, draft: Draft, files: tuple[SentFile, ...], *, quiet: bool) -> Joined:
    kind = files[0].kind
    added, over = store.attachments.add(draft.campaign_id, draft.id, files, actor.person.id, store.now)
    if added and draft.state is DraftState.OPEN:
        store.drafts.put(draft, store.now)  # it changed just now: what comes next came along with this
    elif added:
        facts = {"added": added, "kind": kind.value}
        store.audit.note(draft.campaign_id, actor.person.id, "record.attach", draft.id, facts)
    return Joined(_shown(store, actor, draft), draft.chat_id, draft.card_message_id, kind, added, over, quiet)


def _home(store: Store, actor: Actor, said: Said, *, private: bool) -> tuple[Draft, bool] | None:
    found = store.drafts.by_group(said.chat_id, said.media_group) if said.media_group else None
    if found and _may_add(store, actor, found):
        return found, True
    if found := replied_to(store, actor, said):
        return found, False
    since = store.now - JOINING
    latest = store.drafts.latest_open(said.chat_id, actor.person.id, since) if private else None
    return (latest[0], store.now - latest[1] <= QUIET) if latest else None


def _may_add(store: Store, actor: Actor, draft: Draft) -> bool:
    if draft.campaign_id != actor.campaign_id:
        return False
    if draft.state is DraftState.OPEN:
        return draft.author_id == actor.person.id
    record = store.records.of_draft(draft.id)
    return record is not None and not record.withdrawn and may_withdraw(actor, record)


def _shown(store: Store, actor: Actor, draft: Draft) -> Shown:
    record = store.records.of_draft(draft.id)
    return kept(store, actor, record) if record else card(store, actor, draft)
