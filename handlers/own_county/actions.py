"""A county's own records and issues, in plain values."""

from dataclasses import dataclass
from datetime import date

from campaign.actions.own_county import LONGEST_WORDS, own_county, raise_own_issue
from campaign.asking import ContactsAsked
from campaign.county_words import CountyWord
from campaign.drafts import Draft, DraftIssue
from campaign.errors import NotFound
from campaign.issues import Dossier
from campaign.people import Actor, County
from campaign.ports import Store
from campaign.records import Contact
from handlers.desk import Desk
from handlers.paging import Paged, place_of
from handlers.report.reading import Said

ON_A_PAGE = 5
MOST_ISSUES = 8


@dataclass(frozen=True, slots=True)
class Home:
    """A county and who is paired with it."""

    county: County
    paired: tuple[str, ...]
    campaign: str


@dataclass(frozen=True, slots=True)
class Recorded(Paged):
    """One page of what is logged of a county, with what the county said of it by number."""

    county: County
    contacts: tuple[Contact, ...]
    said: dict[int, CountyWord]
    today: date


@dataclass(frozen=True, slots=True)
class OwnIssuesShown:
    """A county's open issues; `known` are the names that it may read."""

    county: County
    dossiers: tuple[Dossier, ...]
    total: int
    known: frozenset[str]
    days: dict[int, tuple[date, ...]]
    today: date


def home(store: Store, actor: Actor) -> Home:
    """Return what a county is greeted with. Raise NotAllowed."""
    county = own_county(store, actor)
    title = store.campaigns.plan(actor.campaign_id).definition.title
    return Home(county, _paired(store, actor.campaign_id, county.id), title)


def home_if_county(store: Store, desk: Desk) -> Home | None:
    """Return the same for an account that is here for a county alone, None for any other."""
    actor = desk.whom(store)
    return home(store, actor) if actor and actor.is_county else None


def recorded(store: Store, actor: Actor, page: int) -> Recorded:
    """Return a page of what is logged of one's county. Raise NotAllowed."""
    county = own_county(store, actor)
    total = store.asking.contacts(actor.campaign_id, ContactsAsked(county.id), 0).total
    place = place_of(page, total, ON_A_PAGE)
    shown = tuple(store.archive.contacts(actor.campaign_id, county.id, ON_A_PAGE, place))
    said = dict(store.county_words.on(actor.campaign_id, [contact.number for contact in shown]))
    today = store.campaigns.plan(actor.campaign_id).today(store.now)
    return Recorded(place, total, ON_A_PAGE, county, shown, said, today)


def issues(store: Store, actor: Actor) -> OwnIssuesShown:
    """Return the open issues of one's county. Raise NotAllowed."""
    county, plan = own_county(store, actor), store.campaigns.plan(actor.campaign_id)
    found = store.issues.open(actor.campaign_id, county.id)
    dossiers = tuple(store.issues.dossier(actor.campaign_id, i.number) for i in found[:MOST_ISSUES])
    days = {d.issue.number: tuple(plan.today(event.at) for event in d.events) for d in dossiers}
    known = frozenset((*_paired(store, actor.campaign_id, county.id), actor.person.name))
    return OwnIssuesShown(county, dossiers, len(found), known, days, plan.today(store.now))


def drafted(store: Store, actor: Actor, desk: Desk, said: Said) -> Draft:
    """Keep the issue that was typed, until it is raised or left; a second run returns the first one."""
    county = own_county(store, actor)
    if known := store.drafts.get(desk.update_key):
        return known
    draft = Draft(
        id=desk.update_key,
        campaign_id=actor.campaign_id,
        author_id=actor.person.id,
        chat_id=said.chat_id,
        source_message_id=said.message_id,
        written_at=desk.written_at,
        issues=(DraftIssue(county_id=county.id, text=said.text.strip()[:LONGEST_WORDS]),),
    )
    store.drafts.put(draft, store.now)
    return draft


def submit(store: Store, actor: Actor, draft_id: str) -> int:
    """Raise the issue that was typed; return its number. Raise NotAllowed, NotFound, DraftGone."""
    draft = store.drafts.get(draft_id)
    if draft is None:
        own_county(store, actor)
        raise NotFound("draft", draft_id)
    return raise_own_issue(store, actor, draft).issues[0].number


def _paired(store: Store, campaign_id: str, county_id: int) -> tuple[str, ...]:
    own = (p for p in store.people.pairings(campaign_id) if p.county.id == county_id)
    return tuple(dict.fromkeys(who.name for p in own for who in (p.liaison, p.contact_person) if who))
