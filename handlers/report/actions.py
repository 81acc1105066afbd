"""Read a message into a card, and change, save, drop or undo it; each returns what is to be shown."""

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from campaign.actions.drafts import change_draft, drop_draft, open_draft, own_draft
from campaign.actions.records import UNDO_MINUTES, save_draft, undo_latest, withdraw_record
from campaign.actions.withdrawals import may_withdraw
from campaign.archive import CountySoFar, SaidBefore
from campaign.attachments import FileKind, SentFile, counted
from campaign.days import Days
from campaign.drafts import Draft
from campaign.errors import DayInFuture, DayOutsideCampaign, DraftGone, Incomplete
from campaign.people import Actor, Pairing
from campaign.permissions import may_log
from campaign.ports import Store
from campaign.records import Contact, SavedRecord
from campaign.vocabulary import DraftState
from handlers.callbacks import Asked, PickAnswer
from handlers.desk import Desk, county_key
from handlers.duties import reading as duties
from handlers.duties.cards import DutyCard
from handlers.hints.actions import Hint, hint_of, so_far
from handlers.report.alike import Alike, find_alike, just_saved, logged_by_others
from handlers.report.questions import Question, answered, counties_on, county_choices, question_of
from handlers.report.reading import Said, draft_from, says_something
from understanding.reading import BAR, Intent, Reading, Sender

MOST_SHOWN = 10
UNDO_TIME = timedelta(minutes=UNDO_MINUTES)


@dataclass(frozen=True, slots=True)
class Card:
    """A draft as it is shown: county names by id, what is still asked, and the counties to choose from.

    `alike`: an open issue that one of the card's may be. `others`: contacts that others logged of that day.
    `foreign`: counties of its contacts with which the person, though paired with some, is not paired.
    `so_far`: what is known of the county of its only contact. `also`: the duty of which the message speaks.
    """

    draft: Draft
    names: Mapping[int, str]
    question: Question | None
    choices: tuple[int, ...]
    today: date
    span: Days
    alike: Alike | None = None
    others: tuple[Contact, ...] = ()
    files: Mapping[FileKind, int] = field(default_factory=dict)
    foreign: tuple[int, ...] = ()
    so_far: CountySoFar | None = None
    also: duties.Also | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """A saved record as it is shown at a moment; `own` and `changeable` by the person who sees it.

    `shared`: somebody else added to it. `hint`: what its author may want to add, just after saving.
    """

    record: SavedRecord
    today: date
    now: datetime
    own: bool = True
    changeable: bool = True
    shared: bool = False
    files: Mapping[FileKind, int] = field(default_factory=dict)
    also: duties.Also | None = None
    hint: Hint | SaidBefore | None = None

    @property
    def undoable(self) -> bool:
        """Whether it can still be undone."""
        early = self.now - self.record.saved_at <= UNDO_TIME
        return self.own and not self.shared and not self.record.withdrawn and early

    @property
    def correctable(self) -> bool:
        """Whether it can be corrected."""
        return self.changeable and not self.record.withdrawn


Shown = Card | Kept


@dataclass(frozen=True, slots=True)
class Unsaved:
    """A message that is no record: what it is for instead, and a county for the example.

    `card`: an edited message whose card stays as it was.
    """

    intent: Intent
    unknown_counties: tuple[str, ...]
    example_county: str
    card: bool = False


def read_message(store: Store, actor: Actor, desk: Desk, said: Said) -> Card | Unsaved | DutyCard:
    """Read a message into a new card; a second run returns the first card. Raise NotAllowed.

    What tells of a standing duty alone is its card; told with a contact it stands beside that one's.
    """
    may_log(actor)
    if known := store.drafts.get(desk.update_key):
        return card(store, actor, known)
    duty = duties.taken(store, actor, desk, said)
    if isinstance(duty, DutyCard):
        return duty
    pairings = store.people.pairings(actor.campaign_id, actor.person.id)
    reading = _read(actor, desk, said.text, pairings)
    blank = Draft(
        id=desk.update_key,
        campaign_id=actor.campaign_id,
        author_id=actor.person.id,
        chat_id=said.chat_id,
        source_message_id=said.message_id,
        written_at=desk.written_at,
        media_group=said.media_group,
    )
    draft = draft_from(reading, blank, said.text)
    if not says_something(draft):
        found = duty if reading.intent is Intent.NONE else None
        return duties.opened(store, actor, found) if found else _unsaved(store, actor, reading)
    opened = open_draft(store, actor, draft)
    if duty:
        duties.keep_beside(store, actor, duty)
    if not said.files:
        return _card(store, opened, pairings, ())
    store.attachments.add(draft.campaign_id, draft.id, said.files, actor.person.id, store.now)
    return _card(store, opened, pairings, store.attachments.of(opened.id))


def unsaved(store: Store, actor: Actor, desk: Desk, said: Said) -> Unsaved:
    """Return a message of somebody who logs nothing as what it is for instead; a report is a report."""
    return _unsaved(store, actor, reading_of(store, actor, desk, said))


def is_whole(store: Store, actor: Actor, desk: Desk, said: Said) -> bool:
    """Tell whether a message reports a contact by itself: a county, a channel, and a day or a head-count."""
    return any(
        item.county.value
        and item.county.confidence >= BAR
        and item.channel.value
        and (item.day.span or item.participants.value)
        for item in reading_of(store, actor, desk, said).contacts
    )


def read_again(store: Store, actor: Actor, desk: Desk, said: Said) -> Shown | Unsaved | DutyCard:
    """Read an edited message: an open card is renewed, a saved one stays; otherwise it is read as new."""
    known = store.drafts.by_source(said.chat_id, said.message_id)
    if known is None or known.state in {DraftState.DROPPED, DraftState.WITHDRAWN}:
        return read_message(store, actor, desk, said)
    if known.author_id == actor.person.id and known.state is DraftState.OPEN:
        reading = reading_of(store, actor, desk, said)
        renewed = draft_from(reading, known, said.text)
        if not says_something(renewed):
            return replace(_unsaved(store, actor, reading), card=True)
        known = change_draft(store, actor, renewed)
    return present(store, actor, known.id)


def pick(store: Store, actor: Actor, choice: PickAnswer) -> Shown:
    """Fill in what a card asked for; an answer that no longer fits changes nothing."""
    draft = own_draft(store, actor, choice.draft)
    if draft.state is DraftState.OPEN:
        try:
            filled = answered(draft, choice.asked, choice.place, choice.value)
        except (ValueError, IndexError):
            return present(store, actor, choice.draft)
        if choice.asked in {Asked.COUNTY, Asked.ITEM_COUNTY}:
            store.people.county(actor.campaign_id, int(choice.value))
        change_draft(store, actor, filled)
    return present(store, actor, choice.draft)


def save(store: Store, actor: Actor, draft_id: str, *, anyway: bool = False) -> Shown:
    """Save a card; when that cannot be, show its state, which says why. Raise NotFound, NotAllowed.

    What others logged meanwhile of the same county, day and channel is shown first, unless `anyway`.
    """
    if not anyway and _doubled(store, actor, draft_id):
        return present(store, actor, draft_id)
    try:
        shown = kept(store, actor, save_draft(store, actor, draft_id))
    except (Incomplete, DayInFuture, DayOutsideCampaign, DraftGone):
        return present(store, actor, draft_id)
    return replace(shown, hint=hint_of(store, shown.record, files=bool(shown.files)))


def _doubled(store: Store, actor: Actor, draft_id: str) -> bool:
    draft = own_draft(store, actor, draft_id)
    return draft.state is DraftState.OPEN and bool(logged_by_others(store, draft))


def drop(store: Store, actor: Actor, draft_id: str) -> Shown:
    """Give up a card; one that was saved meanwhile stays saved."""
    with suppress(DraftGone):
        drop_draft(store, actor, draft_id)
    return present(store, actor, draft_id)


def undo(store: Store, actor: Actor, draft_id: str) -> Kept:
    """Undo what a card saved. Raise TooLate, NotFound."""
    return kept(store, actor, withdraw_record(store, actor, draft_id))


def undo_last(store: Store, actor: Actor) -> tuple[Kept, Draft]:
    """Undo the latest standing record, and return the card it came from. Raise NothingToUndo, TooLate."""
    record = undo_latest(store, actor)
    return kept(store, actor, record), own_draft(store, actor, record.draft_id)


def present(store: Store, actor: Actor, draft_id: str) -> Shown:
    """Return the present state of a person's card or of what it saved. Raise NotFound."""
    draft = own_draft(store, actor, draft_id)
    if record := store.records.of_draft(draft.joined or draft_id):
        return kept(store, actor, record)
    return card(store, actor, draft)


def card(store: Store, actor: Actor, draft: Draft) -> Card:
    """Return a draft with all that its card says."""
    pairings = store.people.pairings(draft.campaign_id, actor.person.id)
    return _card(store, draft, pairings, store.attachments.of(draft.id))


def _card(store: Store, draft: Draft, pairings: Sequence[Pairing], sent: Sequence[SentFile]) -> Card:
    plan = store.campaigns.plan(draft.campaign_id)
    today, span = plan.today(store.now), plan.definition.span
    question = question_of(draft.dated(plan.today(draft.written_at)), today, span)
    own = {pairing.county.id: pairing.county.name for pairing in pairings}
    choices: tuple[int, ...] = ()
    if question and question.asked in {Asked.COUNTY, Asked.ITEM_COUNTY}:
        choices = county_choices(draft, question, own, just_saved(store, draft, UNDO_TIME))
    wanted = dict.fromkeys((*counties_on(draft), *choices))
    names = {c: own.get(c) or store.people.county(draft.campaign_id, c).name for c in wanted}
    files, foreign = counted(sent), _foreign(draft, own)
    found = Card(draft, names, question, choices, today, span, files=files, foreign=foreign)
    found = replace(found, also=duties.beside(store, draft.campaign_id, draft.id))
    if question or draft.state is not DraftState.OPEN:
        return found
    alike, others = find_alike(store, draft), logged_by_others(store, draft)
    return replace(found, alike=alike, others=others, so_far=so_far(store, draft))


def _foreign(draft: Draft, own: Collection[int]) -> tuple[int, ...]:
    counties = (contact.county_id for contact in draft.contacts)
    return tuple(dict.fromkeys(c for c in counties if c and own and c not in own))


def kept(store: Store, actor: Actor, record: SavedRecord) -> Kept:
    """Return a record with all that its screen says."""
    today = store.campaigns.plan(actor.campaign_id).today(store.now)
    own = record.author_id == actor.person.id
    files, draft = counted(store.attachments.of(record.draft_id)), store.drafts.get(record.draft_id)
    shared = draft is not None and draft.shared
    also = duties.beside(store, actor.campaign_id, record.draft_id)
    return Kept(record, today, store.now, own, may_withdraw(actor, record), shared, files, also)


def id_of(shown: Shown) -> str:
    """Return the id of the card that is shown, or that became the record shown."""
    return shown.record.draft_id if isinstance(shown, Kept) else shown.draft.id


def note_card(store: Store, draft_id: str, message_id: int | None) -> None:
    """Remember which message shows a card."""
    if (draft := store.drafts.get(draft_id)) and message_id not in {None, draft.card_message_id}:
        former = (draft.card_message_id,) if draft.card_message_id else ()
        update = {"card_message_id": message_id, "shown_before": (*draft.shown_before, *former)[-MOST_SHOWN:]}
        store.drafts.put(draft.model_copy(update=update), store.now)


def today(store: Store, actor: Actor) -> date:
    """Return the day it is for the person's campaign."""
    return store.campaigns.plan(actor.campaign_id).today(store.now)


def reading_of(store: Store, actor: Actor, desk: Desk, said: Said, words: str = "") -> Reading:
    """Return what a message says, or what `words` in its place would say."""
    pairings = store.people.pairings(actor.campaign_id, actor.person.id)
    return _read(actor, desk, words or said.text, pairings)


def _read(actor: Actor, desk: Desk, words: str, pairings: Sequence[Pairing]) -> Reading:
    sender = Sender(actor.person.name, tuple(county_key(pairing.county) for pairing in pairings))
    return desk.reader(actor.campaign_id).read(words, desk.written_at, sender)


def _unsaved(store: Store, actor: Actor, reading: Reading) -> Unsaved:
    pairings = store.people.pairings(actor.campaign_id, actor.person.id)
    own = [pairing.county.name for pairing in pairings[:1]]
    first = own or [county.name for county in store.people.counties(actor.campaign_id)[:1]]
    return Unsaved(reading.intent, tuple(name.value for name in reading.unknown_counties), "".join(first))
