"""What the store knows of a question, in plain values."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Generic, TypeVar

from campaign.actions.views import windows_now
from campaign.asking import ContactsAsked, Found, IssuesAsked
from campaign.days import DAY, Days, through
from campaign.people import Actor, County, Pairing
from campaign.plan import Plan
from campaign.ports import Store
from campaign.records import Contact, Issue
from campaign.rhythm import CutOff
from campaign.vocabulary import Channel, DigestKind, IssueState
from understanding import Query, Wanted

T = TypeVar("T")
LISTED = 8
"""So many lines of a list; the rest is counted."""

SOON = timedelta(days=14)
"""What is due within these days is due soon."""


@dataclass(frozen=True, slots=True)
class Listed(Generic[T]):
    """The contacts or issues that a question means."""

    query: Query
    county: County | None
    days: Days | None
    found: Found[T]
    today: date


@dataclass(frozen=True, slots=True)
class Latest:
    """A county's latest contact, and the latest visit if that was another one."""

    county: County
    contact: Contact | None
    visit: Contact | None
    today: date


@dataclass(frozen=True, slots=True)
class Without:
    """The counties without a contact of these days, of one channel if that is asked for."""

    counties: tuple[County, ...]
    total: int
    days: Days
    channel: Channel | None
    today: date


@dataclass(frozen=True, slots=True)
class Paired:
    """Who is paired with a county, or with which counties a person is; `names` fit the words for him."""

    pairings: tuple[Pairing, ...]
    county: County | None
    who: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Coming:
    """The next digest, on a day; None when there is none to come."""

    plan: Plan
    cut_off: CutOff | None
    now: datetime


def contacts(store: Store, actor: Actor, query: Query) -> Listed[Contact]:
    """Return the contacts that a question means. Raise NotFound."""
    days, own = _days(store, actor, query), actor.person.id if query.own else None
    county = _county(store, actor, query)
    asked = ContactsAsked(county.id if county else None, days, query.channel, own)
    found = store.asking.contacts(actor.campaign_id, asked, LISTED)
    return Listed(query, county, days, found, _today(store, actor))


def issues(store: Store, actor: Actor, query: Query) -> Listed[Issue]:
    """Return the issues that a question means. Raise NotFound."""
    days, today, county = _days(store, actor, query), _today(store, actor), _county(store, actor, query)
    own = actor.person.id if query.own else None
    of = IssuesAsked(county.id if county else None, of=own, resolver=query.resolver)
    asked = {
        Wanted.OPEN: replace(of, state=IssueState.OPEN),
        Wanted.RAISED: replace(of, raised=days),
        Wanted.CLOSED: replace(of, closed=days, state=IssueState.CLOSED),
        Wanted.DUE: replace(of, due=days or through(today, today + SOON), state=IssueState.OPEN),
        Wanted.OVERDUE: replace(of, due=Days(date.min, today), state=IssueState.OPEN),
    }[query.state or Wanted.RAISED]
    return Listed(query, county, days, store.asking.issues(actor.campaign_id, asked, LISTED), today)


def latest(store: Store, actor: Actor, county_id: int) -> Latest:
    """Return a county's latest contact. Raise NotFound."""
    county = store.people.county(actor.campaign_id, county_id)
    asked = (ContactsAsked(county_id), ContactsAsked(county_id, channel=Channel.ONSITE))
    found = [store.asking.contacts(actor.campaign_id, one, 1).first for one in asked]
    last, visit = (rows[0] if rows else None for rows in found)
    return Latest(county, last, None if visit == last else visit, _today(store, actor))


def without_contact(store: Store, actor: Actor, query: Query) -> Without:
    """Return the counties without a contact of the days that are asked for, else of this window."""
    days = _days(store, actor, query) or windows_now(store, actor.campaign_id).period
    found = store.asking.without_contact(actor.campaign_id, days, query.channel)
    total = len(store.people.counties(actor.campaign_id))
    return Without(tuple(found), total, days, query.channel, _today(store, actor))


def paired(store: Store, actor: Actor, query: Query) -> Paired:
    """Return who is paired with whom. Raise NotFound."""
    every = store.people.pairings(actor.campaign_id)
    if county := _county(store, actor, query):
        return Paired(tuple(p for p in every if p.county.id == county.id), county, "")
    who = query.who or ""
    names = _named(every, who)
    held = (p for p in every if len(names) == 1 and names[0] in _people(p))
    return Paired(tuple(held), None, who, names)


def coming(store: Store, actor: Actor, query: Query) -> Coming:
    """Return the next digest, of the kind that is asked for if any."""
    plan = store.campaigns.plan(actor.campaign_id)
    kinds = {query.kind} if query.kind else set(DigestKind)
    later = (c for c in plan.rhythm.cut_offs if c.at > store.now and kinds & set(c.kinds))
    return Coming(plan, next(later, None), store.now)


def _named(every: Sequence[Pairing], who: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(name for p in every for name in _people(p)))
    return (who,) if who in names else tuple(name for name in names if who in name)


def _people(pairing: Pairing) -> tuple[str, ...]:
    people = (pairing.liaison, pairing.contact_person)
    return tuple(person.name for person in people if person)


def _county(store: Store, actor: Actor, query: Query) -> County | None:
    return store.people.county(actor.campaign_id, int(query.county)) if query.county else None


def _days(store: Store, actor: Actor, query: Query) -> Days | None:
    if query.period:
        return windows_now(store, actor.campaign_id).period
    return Days(query.days[0], query.days[1] + DAY) if query.days else None


def _today(store: Store, actor: Actor) -> date:
    return store.campaigns.plan(actor.campaign_id).today(store.now)
