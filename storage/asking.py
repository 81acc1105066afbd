"""Answers to questions: counted and listed by the same conditions."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Select, and_, bindparam, func, or_, select

from campaign.asking import ContactsAsked, Found, IssuesAsked
from campaign.days import Days
from campaign.people import County
from campaign.records import Contact, Issue
from campaign.vocabulary import Channel
from storage.campaigns import CampaignRows
from storage.connection import Connection
from storage.people import PeopleRows
from storage.record_queries import CONTACTS, ISSUES
from storage.sides import CAMPAIGN_ID, counties_of_person, days_between
from storage.tables import contact, issue

_LIMIT: BindParameter[int] = bindparam("limit")
_CONTACTS = {
    "county_id": contact.c.county_id == bindparam("county_id"),
    "days_first": days_between(contact.c.day, "days"),
    "channel": contact.c.channel == bindparam("channel", type_=contact.c.channel.type),
    "person_id": or_(
        contact.c.author_id == bindparam("person_id"), contact.c.county_id.in_(counties_of_person())
    ),
}
_ISSUES = {
    "county_id": issue.c.county_id == bindparam("county_id"),
    "raised_first": days_between(issue.c.raised_on, "raised"),
    "closed_first": days_between(issue.c.closed_on, "closed"),
    "due_first": days_between(issue.c.due, "due"),
    "state": issue.c.state == bindparam("state", type_=issue.c.state.type),
    "resolver": issue.c.resolver == bindparam("resolver", type_=issue.c.resolver.type),
    "person_id": issue.c.county_id.in_(counties_of_person()),
}


class AskingRows:
    """Implements campaign.asking.Asking."""

    def __init__(self, connection: Connection, people: PeopleRows, campaigns: CampaignRows) -> None:
        self._db = connection
        self._people = people
        self._campaigns = campaigns

    def contacts(self, campaign_id: str, asked: ContactsAsked, limit: int) -> Found[Contact]:
        """Return the contacts that are meant, latest day first."""
        one = {"county_id": asked.county_id, "channel": asked.channel, "person_id": asked.of}
        given = self._given(campaign_id, one) | _span("days", asked.days)
        count, rows = _contacts(_shape(given, _CONTACTS))
        found = self._db.all(rows, **given, limit=limit)
        return Found(self._db.value(count, **given), [Contact(*row) for row in found])

    def issues(self, campaign_id: str, asked: IssuesAsked, limit: int) -> Found[Issue]:
        """Return the issues that are meant: by their day if that is asked for, else latest first."""
        one = {"county_id": asked.county_id, "state": asked.state, "person_id": asked.of}
        given = self._given(campaign_id, one | {"resolver": asked.resolver})
        given |= _span("raised", asked.raised) | _span("closed", asked.closed) | _span("due", asked.due)
        count, rows = _issues(_shape(given, _ISSUES))
        found = self._db.all(rows, **given, limit=limit)
        return Found(self._db.value(count, **given), [Issue(*row) for row in found])

    def without_contact(self, campaign_id: str, days: Days, channel: Channel | None) -> Sequence[County]:
        """Return the counties with no standing contact of these days, in the roster's order."""
        given = self._given(campaign_id, {"channel": channel}) | _span("days", days)
        met = {row[0] for row in self._db.all(_met(_shape(given, _CONTACTS)), **given)}
        return [county for county in self._people.counties(campaign_id) if county.id not in met]

    def _given(self, campaign_id: str, values: dict[str, Any]) -> dict[str, Any]:
        given = {key: value for key, value in values.items() if value is not None}
        if "person_id" in given:
            given["on_day"] = self._campaigns.today(campaign_id)
        return {"campaign_id": campaign_id, **given}


def _span(name: str, days: Days | None) -> dict[str, Any]:
    return {f"{name}_first": days.first, f"{name}_after": days.after} if days else {}


def _shape(given: Iterable[str], conditions: Iterable[str]) -> tuple[str, ...]:
    return tuple(name for name in conditions if name in given)


# A statement of each shape is made once: what is compiled of it is kept for good.
@cache
def _contacts(shape: tuple[str, ...]) -> tuple[Select[Any], Select[Any]]:
    where = _where(contact, _CONTACTS, shape)
    rows = CONTACTS.where(*where).order_by(contact.c.day.desc(), contact.c.id.desc()).limit(_LIMIT)
    return select(func.count()).select_from(contact).where(*where), rows


@cache
def _issues(shape: tuple[str, ...]) -> tuple[Select[Any], Select[Any]]:
    where = _where(issue, _ISSUES, shape)
    order = (issue.c.due, issue.c.number) if "due_first" in shape else (issue.c.number.desc(),)
    rows = ISSUES.where(*where).order_by(*order).limit(_LIMIT)
    return select(func.count()).select_from(issue).where(*where), rows


@cache
def _met(shape: tuple[str, ...]) -> Select[Any]:
    return select(contact.c.county_id).where(*_where(contact, _CONTACTS, shape)).distinct()


def _where(table: Any, conditions: dict[str, Any], shape: tuple[str, ...]) -> list[ColumnElement[bool]]:
    standing = and_(table.c.campaign_id == CAMPAIGN_ID, table.c.withdrawn_at.is_(None))
    return [standing, *(conditions[name] for name in shape)]
