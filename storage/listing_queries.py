"""Statements of the lists behind a digest's figures. What was corrected later is left to storage.undoing."""

from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, String, and_, bindparam, cast, func, or_, select, true, union

from campaign.listing import UNSAID, ContactsOf, Filed, IssuesOf
from campaign.vocabulary import IssueStep, Resolver
from storage import report_conditions as when
from storage.report_queries import CORRECTED, count_if
from storage.sides import AS_OF, CAMPAIGN_ID, standing
from storage.tables import audit, contact, experience, issue, issue_event, pairing, person, unit

REOPENED, REFILED = "issue.reopen", "issue.category"
_OF_NUMBERS = or_(audit.c.action == REOPENED, audit.c.action == REFILED)
_changed_later = and_(audit.c.campaign_id == CAMPAIGN_ID, audit.c.at > AS_OF)
CHANGES = (
    select(audit.c.action, audit.c.subject, audit.c.facts)
    .where(_changed_later, or_(audit.c.action == CORRECTED, _OF_NUMBERS))
    .order_by(audit.c.at, audit.c.id)
)
_subjects = select(audit.c.subject).where(_changed_later)
_CORRECTED = _subjects.where(audit.c.action == CORRECTED)
_MENDED = select(contact.c.id).where(contact.c.campaign_id == CAMPAIGN_ID, contact.c.draft_id.in_(_CORRECTED))
_of_campaign = select(issue.c.id).where(issue.c.campaign_id == CAMPAIGN_ID)
_TURNED = union(
    _of_campaign.where(issue.c.draft_id.in_(_CORRECTED)),
    _of_campaign.where(cast(issue.c.number, String).in_(_subjects.where(_OF_NUMBERS))),
)
_liaison = person.alias("liaison")
_CONTACTS = (
    select(
        contact.c.number,
        contact.c.county_id,
        contact.c.day,
        contact.c.channel,
        _liaison.c.name,
        person.c.name,
        contact.c.saved_at,
        contact.c.withdrawn_at,
    )
    .join(person, person.c.id == contact.c.author_id)
    .outerjoin(pairing, pairing.c.id == contact.c.pairing_id)
    .outerjoin(_liaison, _liaison.c.id == pairing.c.liaison_id)
)
_ISSUES = select(
    issue.c.number,
    issue.c.county_id,
    issue.c.text,
    issue.c.resolver,
    issue.c.due,
    issue.c.category,
    issue.c.saved_at,
    issue.c.closed_at,
    issue.c.withdrawn_at,
)
_PRACTICES = select(experience.c.number, experience.c.county_id, experience.c.text, experience.c.withdrawn_at)
_stands = standing(contact, as_of=True)
_issue_stands = and_(issue.c.campaign_id == CAMPAIGN_ID, standing(issue, as_of=True))
_practice_stands = and_(
    experience.c.campaign_id == CAMPAIGN_ID, standing(experience, as_of=True), when.found(0)
)
MENDED = _CONTACTS.where(contact.c.id.in_(_MENDED), _stands).order_by(contact.c.number)
_turned = _TURNED.subquery("turned")
TURNED = (
    _ISSUES.add_columns(issue.c.category_chosen)
    .join(_turned, _turned.c.id == issue.c.id)
    .where(_issue_stands)
    .order_by(issue.c.number)
)


@cache
def contacts(which: ContactsOf, *, of_channel: bool, mended: bool) -> tuple[Any, Any]:
    """Return what counts contacts that nobody corrected later (all, withdrawn later), and a page of them.

    mended: some were, and are left out here.
    """
    wanted: list[ColumnElement[bool]] = [
        contact.c.campaign_id == CAMPAIGN_ID,
        when.in_campaign(),
        _stands,
        when.within(0) if which is ContactsOf.WINDOW else when.typed_late(0),
    ]
    if mended:
        wanted.append(contact.c.id.not_in(_MENDED))
    if of_channel:
        wanted.append(contact.c.channel == bindparam("channel", type_=contact.c.channel.type))
    order = (contact.c.day.desc(), contact.c.id.desc())
    page = _page(select(contact.c.id).where(*wanted).order_by(*order))
    counted = select(func.count(), func.count(contact.c.withdrawn_at)).where(*wanted)
    return counted, _CONTACTS.where(contact.c.id.in_(page)).order_by(*order)


@cache
def issues(which: IssuesOf, of: str | Filed, *, turned: bool) -> tuple[Any, Any]:
    """Return what counts issues (all, withdrawn later, closed later), and a page of them; likewise."""
    conditions = {
        IssuesOf.RAISED: when.raised(0),
        IssuesOf.CLOSED: when.closed(0),
        IssuesOf.OPEN: when.is_open(),
        IssuesOf.OVERDUE: when.overdue(),
    }
    wanted = [_issue_stands, conditions[which]]
    if turned:
        wanted.append(issue.c.id.not_in(_TURNED))
    if isinstance(of, Filed):
        wanted.append(_filed(of))
    elif of:
        wanted.append(issue.c.resolver.is_(None) if of == UNSAID else issue.c.resolver == Resolver(of))
    closed_later = count_if(issue.c.closed_at > AS_OF)
    counted = select(func.count(), func.count(issue.c.withdrawn_at), closed_later).where(*wanted)
    return counted, _page(_ISSUES.where(*wanted).order_by(issue.c.number))


def _filed(of: Filed) -> ColumnElement[bool]:
    if of.category is not None:
        return issue.c.category == of.category
    return or_(issue.c.category.is_(None), and_(true(), *(issue.c.category != known for known in of.known)))


COUNT_PRACTICES = select(func.count(), func.count(experience.c.withdrawn_at)).where(_practice_stands)
SAME_WORDS, SAME_GIST = (
    _ISSUES.where(_issue_stands, when.is_open(), column == bindparam("words"))
    for column in (issue.c.text, issue.c.gist)
)
COUNTIES = (
    select(unit.c.id, unit.c.prefecture, unit.c.name, unit.c.left_at)
    .where(unit.c.campaign_id == CAMPAIGN_ID)
    .order_by(unit.c.position, unit.c.id)
)


@cache
def contacted(*, mended: bool) -> Select[Any]:
    """Return what selects the counties with contacts of a window, but for contacts corrected later."""
    wanted = [contact.c.campaign_id == CAMPAIGN_ID, when.in_campaign(), _stands, when.within(0)]
    if mended:
        wanted.append(contact.c.id.not_in(_MENDED))
    return select(contact.c.county_id).where(*wanted).distinct()


NUMBERED = _CONTACTS.where(contact.c.campaign_id == CAMPAIGN_ID, contact.c.number == bindparam("number"))
WITHDRAWN = _CONTACTS.where(contact.c.campaign_id == CAMPAIGN_ID, when.withdrawn_since(0)).order_by(
    contact.c.number
)
# How an issue went on until the digest.
CLOSINGS = (
    select(issue_event.c.kind, issue_event.c.at)
    .join(issue, issue.c.id == issue_event.c.issue_id)
    .where(
        issue.c.campaign_id == CAMPAIGN_ID,
        issue.c.number == bindparam("number"),
        issue_event.c.at <= AS_OF,
        or_(issue_event.c.kind == IssueStep.CLOSE.value, issue_event.c.kind == IssueStep.REOPEN.value),
    )
    .order_by(issue_event.c.id)
)


def _page(found: Select[Any]) -> Select[Any]:
    return found.limit(bindparam("size")).offset(bindparam("place"))


PRACTICES = _page(
    _PRACTICES.where(_practice_stands).order_by(experience.c.saved_at.desc(), experience.c.id.desc())
)
