"""From a message to the card of a standing duty, alone or beside the card of a contact."""

from dataclasses import dataclass, replace
from datetime import date

from campaign.actions.duties import own_holders
from campaign.actions.duty_cards import card_of, drop_duty, fill_card, log_duty, open_card
from campaign.drafts import Draft
from campaign.duties import DutyHolder, DutyRule
from campaign.duty_records import DutyNote, DutyRecord
from campaign.duty_standing import Holder, holders_of
from campaign.errors import DayInFuture, DayOutsideCampaign, Incomplete, NotAllowed
from campaign.people import Actor
from campaign.permissions import Action, may_log_duty, reach
from campaign.ports import Store
from digests.chat_text import clip
from handlers.desk import Desk
from handlers.duties.cards import DutyCard, card_shown
from handlers.report.reading import Said
from understanding import DutyReading

LONGEST_NOTE = 500


@dataclass(frozen=True, slots=True)
class Told:
    """A duty that a message says was done, and the lines that a card of it would have."""

    rule: DutyRule
    notes: tuple[DutyNote, ...]
    alone: bool


@dataclass(frozen=True, slots=True)
class Also:
    """A duty beside a contact: the line that a tap saves, and what it is called; `saved` once it was."""

    record: int
    name: str
    saved: bool


def taken(store: Store, actor: Actor, desk: Desk, said: Said) -> DutyCard | Told | None:
    """Return the card of a message that tells of a duty alone, the same in a second run; else what it tells.

    Raise NotAllowed.
    """
    if lines := store.duties.of_card(actor.campaign_id, desk.update_key):
        return card_shown(store, actor, lines)
    found = told(store, actor, desk, said)
    return opened(store, actor, found) if found and found.alone else found


def told(store: Store, actor: Actor, desk: Desk, said: Said) -> Told | None:
    """Return the duty that a message says was done; None too for who logs none.

    Raise NotAllowed when it tells of nothing else, and he may not log it of those.
    """
    definition = store.campaigns.plan(actor.campaign_id).definition
    if not definition.duties or reach(actor, Action.LOG_DUTY) is None:
        return None
    names = {rule.id: (rule.name, *rule.aliases) for rule in definition.duties}
    others = [rule for rule in definition.duties if rule.who is not DutyHolder.COUNTY]
    counties = store.people.counties(actor.campaign_id) if others else ()
    places = dict.fromkeys(holder.name for rule in others for holder in holders_of(rule, counties))
    reading = desk.reader(actor.campaign_id).duty(said.text, desk.written_at, names, tuple(places))
    if reading is None:
        return None
    rule = next(rule for rule in definition.duties if rule.id == reading.duty)
    try:
        holders = _holders(store, actor, rule, reading)
    except NotAllowed:
        if reading.alone:
            raise
        return None
    words = "" if reading.alone else clip(said.text.strip(), LONGEST_NOTE)
    note = DutyNote(
        desk.update_key, rule.id, None, reading.day, words, said.files, said.chat_id, said.message_id
    )
    lines = [replace(note, holder=holder) for holder in holders for _ in range(reading.times)]
    return Told(rule, tuple(lines) or (note,) * reading.times, reading.alone)


def opened(store: Store, actor: Actor, found: Told) -> DutyCard:
    """Open the card of a duty; that of an edited message takes its place, unless it was saved.

    Raise NotAllowed.
    """
    first = found.notes[0]
    for line in store.duties.of_message(actor.campaign_id, first.chat_id, first.message_id or 0):
        if line.stands and line.author_id == actor.person.id:
            return card_shown(store, actor, store.duties.of_card(actor.campaign_id, line.note.card))
        if line.is_open:
            drop_duty(store, actor, line.id)
    return card_shown(store, actor, open_card(store, actor, found.notes))


def keep_beside(store: Store, actor: Actor, found: Told) -> None:
    """Keep a duty beside the card of the same message, of a contact, to be saved with a tap."""
    open_card(store, actor, found.notes)


def beside(store: Store, campaign_id: str, card: str) -> Also | None:
    """Return the duty that may be saved beside the card or record of a contact."""
    rules = store.campaigns.plan(campaign_id).definition.duties
    lines = store.duties.of_card(campaign_id, card) if rules else ()
    standing = [line for line in lines if not line.withdrawn_at]
    rule = next((rule for rule in rules if standing and rule.id == standing[0].note.duty), None)
    return Also(standing[0].id, called(rule), standing[0].saved_at is not None) if rule else None


def save_beside(store: Store, actor: Actor, record: int) -> str | None:
    """Save the duty beside a contact, with the county and the day of that; return the card it stands on.

    None while the card has neither. Raise NotFound, NotAllowed.
    """
    lines = card_of(store, actor, record)
    draft = store.drafts.get(lines[0].note.card)
    for line in lines:
        if line.is_open and draft:
            _complete(store, actor, line, draft)
    try:
        log_duty(store, actor, record)
    except (Incomplete, DayInFuture, DayOutsideCampaign):
        return None
    return lines[0].note.card


def called(rule: DutyRule) -> str:
    """Return what people call a duty, in short."""
    return rule.aliases[0] if rule.aliases else rule.name


def _complete(store: Store, actor: Actor, line: DutyRecord, draft: Draft) -> None:
    one = draft.contacts[0] if len(draft.contacts) == 1 else None
    day: date | None = line.note.day or (one.day if one else None)
    holder = line.note.holder
    if holder is None and one and one.county_id:
        county = store.people.county(actor.campaign_id, one.county_id)
        holder = Holder(county.id, county.name)
    fill_card(store, actor, line.id, holder, day)


def _holders(store: Store, actor: Actor, rule: DutyRule, reading: DutyReading) -> list[Holder]:
    """Return who did it: those named, or the only one that can be meant. Raise NotAllowed."""
    every = holders_of(rule, store.people.counties(actor.campaign_id))
    if rule.who is DutyHolder.COUNTY:
        named = [holder for holder in every if str(holder.county_id) in reading.counties]
    else:
        named = [holder for holder in every if holder.name in reading.places]
    own = store.people.pairings(actor.campaign_id, actor.person.id)
    for holder in named:
        may_log_duty(actor, holder, own)
    mine = own_holders(store, actor, rule)
    if not mine:
        raise NotAllowed(Action.LOG_DUTY.value)
    return named or (list(mine) if len(mine) == 1 else [])
