"""Changes looked up, in plain values."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from campaign.audit_trail import About, Entry
from campaign.errors import NotFound
from campaign.people import Actor, County
from campaign.permissions import Action, permit
from campaign.ports import Store
from handlers.audit_callbacks import AuditOf, ListAudit
from handlers.overview.actions import MOST_FOUND, matching

ON_A_PAGE = 10


@dataclass(frozen=True, slots=True)
class AuditPage:
    """One page of the changes, latest first; `numbers` are those of the records they are about, by card.

    `name`: whose or which county's; `more`: there are others after them.
    """

    asked: ListAudit
    name: str
    entries: tuple[Entry, ...]
    numbers: dict[str, tuple[int, ...]]
    more: bool
    zone: ZoneInfo
    now: datetime


@dataclass(frozen=True, slots=True)
class Unclear:
    """A word that is no number, names nobody, and no county, or several."""

    word: str
    counties: tuple[County, ...]


def found(store: Store, actor: Actor, word: str) -> AuditPage | Unclear:
    """Return the first page of what a word means: a number, a person, a county; all without one.

    Raise NotAllowed.
    """
    permit(actor, Action.AUDIT)
    if not word:
        return page(store, actor, ListAudit())
    if word.isascii() and word.isdigit() and len(word) < 10:
        return page(store, actor, ListAudit(of=AuditOf.NUMBER, key=int(word)))
    try:
        person = store.people.person(actor.campaign_id, word)
    except NotFound:
        counties = matching(store.people.counties(actor.campaign_id), word)
        if len(counties) != 1:
            return Unclear(word, counties[:MOST_FOUND])
        return page(store, actor, ListAudit(of=AuditOf.COUNTY, key=counties[0].id))
    return page(store, actor, ListAudit(of=AuditOf.PERSON, key=person.id))


def page(store: Store, actor: Actor, asked: ListAudit) -> AuditPage:
    """Return a page of the changes. Raise NotAllowed, NotFound."""
    permit(actor, Action.AUDIT)
    about, name = _about(store, actor, asked)
    skip = max(0, asked.page) * ON_A_PAGE
    entries = store.audit.entries(actor.campaign_id, about, ON_A_PAGE + 1, skip)
    shown = tuple(entries[:ON_A_PAGE])
    drafts = {entry.subject for entry in shown if entry.action.startswith("record.")}
    numbers = {draft: _numbers(store, draft) for draft in drafts}
    zone = store.campaigns.plan(actor.campaign_id).definition.tz
    return AuditPage(asked, name, shown, numbers, len(entries) > ON_A_PAGE, zone, store.now)


def _about(store: Store, actor: Actor, asked: ListAudit) -> tuple[About, str]:
    match asked.of:
        case AuditOf.COUNTY:
            return About(county_id=asked.key), store.people.county(actor.campaign_id, asked.key).name
        case AuditOf.PERSON:
            name = store.people.named(actor.campaign_id, asked.key).name
            return About(person_id=asked.key, name=name), name
        case AuditOf.NUMBER:
            return About(number=asked.key), ""
        case AuditOf.ALL:
            return About(), ""


def _numbers(store: Store, draft_id: str) -> tuple[int, ...]:
    record = store.records.of_draft(draft_id)
    return tuple(contact.number for contact in record.contacts) if record else ()
