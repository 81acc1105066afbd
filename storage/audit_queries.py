"""Statements on the trail of changes."""

from typing import Any

from sqlalchemy import ColumnElement, Select, String, Table, and_, bindparam, cast, or_, select

from campaign.audit_trail import About
from storage.tables import audit, contact, duty_record, experience, issue, person

_actor, _behalf = person.alias("actor"), person.alias("behalf")
_ABOUT_ISSUES = audit.c.action.startswith("issue.")
_ABOUT_CONTACTS = audit.c.action == "contact.answer"
_ABOUT_PRACTICES = audit.c.action.startswith("practice.")
_ABOUT_COUNTIES = audit.c.action.startswith("county.")
_ABOUT_DUTIES = audit.c.action.startswith("duty.")


def entries(about: About) -> Select[Any]:
    """Return the select of changes, with names, for what is looked up."""
    found = (
        select(
            audit.c.at,
            _actor.c.name,
            _behalf.c.name,
            audit.c.action,
            audit.c.subject,
            audit.c.facts,
            audit.c.chat_id,
            audit.c.message_id,
        )
        .outerjoin(_actor, _actor.c.id == audit.c.actor_id)
        .outerjoin(_behalf, _behalf.c.id == audit.c.behalf_id)
        .where(audit.c.campaign_id == bindparam("campaign_id"))
        .order_by(audit.c.id.desc())
        .limit(bindparam("limit"))
        .offset(bindparam("skip"))
    )
    if about.county_id is not None:
        found = found.where(_of_county())
    if about.person_id is not None:
        whose = (audit.c.actor_id, audit.c.behalf_id)
        own = (column == bindparam("person_id") for column in whose)
        found = found.where(or_(*own, audit.c.subject == bindparam("name")))
    if about.number is not None:
        found = found.where(_of_number())
    return found


def _of_county() -> ColumnElement[bool]:
    drafts = (
        audit.c.subject.in_(
            select(table.c.draft_id).where(
                table.c.campaign_id == bindparam("campaign_id"), table.c.county_id == bindparam("county_id")
            )
        )
        for table in (contact, issue, experience)
    )
    return or_(
        *drafts,
        and_(_ABOUT_COUNTIES, audit.c.subject == cast(bindparam("county_id"), String)),
        and_(_ABOUT_ISSUES, audit.c.subject.in_(_numbers(issue))),
        and_(_ABOUT_CONTACTS, audit.c.subject.in_(_numbers(contact))),
        and_(_ABOUT_PRACTICES, audit.c.subject.in_(_numbers(experience))),
        and_(_ABOUT_DUTIES, audit.c.subject.in_(_numbers(duty_record, duty_record.c.id))),
    )


def _numbers(table: Table, number: ColumnElement[int] | None = None) -> Select[str]:
    return select(cast(table.c.number if number is None else number, String)).where(
        table.c.campaign_id == bindparam("campaign_id"), table.c.county_id == bindparam("county_id")
    )


def _of_number() -> ColumnElement[bool]:
    drafts = (
        audit.c.subject.in_(
            select(table.c.draft_id).where(
                table.c.campaign_id == bindparam("campaign_id"), table.c.number == bindparam("number")
            )
        )
        for table in (contact, issue)
    )
    named = audit.c.subject == cast(bindparam("number"), String)
    return or_(*drafts, and_(or_(_ABOUT_ISSUES, _ABOUT_CONTACTS, _ABOUT_PRACTICES), named))
