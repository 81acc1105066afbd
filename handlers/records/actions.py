"""Records as they are looked up and shown, and withdrawn, in plain values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from campaign.actions.practices import choose_practice
from campaign.actions.views import county_view
from campaign.actions.withdrawals import may_withdraw, record_of, withdraw_for_reason
from campaign.attachments import MOST, FileKind, SentFile, counted
from campaign.errors import NotAllowed
from campaign.people import Actor, County
from campaign.permissions import Action, reach
from campaign.ports import Store
from campaign.records import Contact, Practice, SavedRecord
from handlers.overview.actions import MOST_FOUND, OneCounty, SomeCounties, matching
from handlers.paging import Paged, place_of
from handlers.practice_callbacks import ChoosePractice
from handlers.report.actions import Kept, kept

MOST_RECORDS = 10
MOST_ISSUES = 10
ON_A_PAGE = 8


@dataclass(frozen=True, slots=True)
class OwnRecords:
    """A person's latest records, latest first."""

    records: tuple[SavedRecord, ...]
    today: date


@dataclass(frozen=True, slots=True)
class Opened:
    """A record with what the person may do with it."""

    kept: Kept
    corrected: int = 0


@dataclass(frozen=True, slots=True)
class CountyBook:
    """What was logged of a county; `admin`: who asks may pause it."""

    one: OneCounty
    practices: tuple[Practice, ...]
    all_practices: int
    files: Mapping[FileKind, int]
    admin: bool = False

    @property
    def paused(self) -> bool:
        """Whether nothing is asked of it today."""
        return self.one.view.every.course.paused(self.one.county.id, self.one.today)


@dataclass(frozen=True, slots=True)
class PracticeList(Paged):
    """A page of the practices, latest first; of a county if one was named.

    choosing: who asks may choose some for promotion.
    """

    practices: tuple[Practice, ...]
    county: County | None
    choosing: bool


@dataclass(frozen=True, slots=True)
class ContactPage(Paged):
    """A page of a county's contacts, latest first."""

    contacts: tuple[Contact, ...]
    county: County
    today: date


def own_records(store: Store, actor: Actor) -> OwnRecords:
    """Return a person's latest records."""
    found = store.archive.of_author(actor.campaign_id, actor.person.id, MOST_RECORDS)
    return OwnRecords(tuple(found), store.campaigns.plan(actor.campaign_id).today(store.now))


def opened(store: Store, actor: Actor, draft_id: str) -> Opened:
    """Return a record. Raise NotFound."""
    return _opened(store, actor, record_of(store, actor, draft_id))


def check_withdrawal(store: Store, actor: Actor, draft_id: str) -> Opened:
    """Return a record that the person may withdraw. Raise NotFound, NotAllowed."""
    record = record_of(store, actor, draft_id)
    if not may_withdraw(actor, record):
        raise NotAllowed("withdraw")
    return _opened(store, actor, record)


def withdraw(store: Store, actor: Actor, draft_id: str, reason: str) -> Opened:
    """Withdraw a record with a reason. Raise NotFound, NotAllowed."""
    return _opened(store, actor, withdraw_for_reason(store, actor, draft_id, reason))


def files(store: Store, actor: Actor, draft_id: str) -> Sequence[SentFile]:
    """Return a record's files. Raise NotFound."""
    return store.attachments.of(record_of(store, actor, draft_id).draft_id)


def county_files(store: Store, actor: Actor, county_id: int) -> Sequence[SentFile]:
    """Return a county's latest files."""
    return store.attachments.of_county(actor.campaign_id, county_id, MOST)


def county_named(store: Store, actor: Actor, word: str) -> CountyBook | SomeCounties:
    """Return what was logged of the county that a word names, or the counties that it may mean."""
    found = _meant(store, actor, word)
    return (
        county_book(store, actor, found[0].id) if len(found) == 1 else SomeCounties(word, found[:MOST_FOUND])
    )


def county_book(store: Store, actor: Actor, county_id: int) -> CountyBook:
    """Return what was logged of a county. Raise NotFound."""
    campaign_id = actor.campaign_id
    county, plan = store.people.county(campaign_id, county_id), store.campaigns.plan(campaign_id)
    one = OneCounty(plan, county, county_view(store, campaign_id, county), plan.today(store.now))
    practices = tuple(store.archive.practices(campaign_id, county_id, 5))
    files = counted(store.attachments.of_county(campaign_id, county_id, MOST))
    total = store.archive.count_practices(campaign_id, county_id)
    return CountyBook(one, practices, total, files, actor.is_admin)


def practices(store: Store, actor: Actor, word: str) -> PracticeList | SomeCounties:
    """Return the latest practices, of the county that a word names."""
    found = _meant(store, actor, word) if word else ()
    if word and len(found) != 1:
        return SomeCounties(word, found[:MOST_FOUND])
    return practice_page(store, actor, 0, found[0].id if found else 0)


def practice_page(store: Store, actor: Actor, page: int, county_id: int) -> PracticeList:
    """Return a page of the practices, the last one if there are fewer. Raise NotFound."""
    campaign_id, of = actor.campaign_id, county_id or None
    county = store.people.county(campaign_id, county_id) if county_id else None
    total = store.archive.count_practices(campaign_id, of)
    place = place_of(page, total, ON_A_PAGE)
    some = store.archive.practices(campaign_id, of, ON_A_PAGE, place)
    choosing = reach(actor, Action.CHOOSE) is not None
    return PracticeList(place, total, ON_A_PAGE, tuple(some), county, choosing)


def choose(store: Store, actor: Actor, pressed: ChoosePractice) -> PracticeList:
    """Choose a practice, or take that back; return its page. Raise NotAllowed, NotFound."""
    choose_practice(store, actor, pressed.number, chosen=pressed.chosen)
    return practice_page(store, actor, pressed.page, pressed.county)


def contact_page(store: Store, actor: Actor, page: int, county_id: int) -> ContactPage:
    """Return a page of a county's contacts, the last one if there are fewer. Raise NotFound."""
    campaign_id = actor.campaign_id
    county, plan = store.people.county(campaign_id, county_id), store.campaigns.plan(campaign_id)
    total = county_view(store, campaign_id, county).standing.counts.contacts
    place = place_of(page, total, ON_A_PAGE)
    some = store.archive.contacts(campaign_id, county_id, ON_A_PAGE, place)
    return ContactPage(place, total, ON_A_PAGE, tuple(some), county, plan.today(store.now))


def _meant(store: Store, actor: Actor, word: str) -> tuple[County, ...]:
    counties = store.people.counties(actor.campaign_id)
    if word:
        return matching(counties, word)
    # Without a word a person's own counties are meant.
    own = dict.fromkeys(p.county for p in store.people.pairings(actor.campaign_id, actor.person.id))
    return tuple(own)


def _opened(store: Store, actor: Actor, record: SavedRecord) -> Opened:
    draft = store.drafts.get(record.draft_id)
    return Opened(kept(store, actor, record), draft.corrected if draft else 0)
