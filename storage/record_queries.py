"""Statements that read and write records."""

from typing import Any

from sqlalchemy import Table, Update, bindparam, case, func, null, select, update

from campaign.vocabulary import IssueState
from storage.statements import insert_into
from storage.tables import contact, draft, experience, issue, issue_event, numbers, pairing, person, unit
from storage.tables.records import standing_open

_COMMON = ("campaign_id", "number", "draft_id", "ordinal", "county_id", "author_id", "written_at", "saved_at")
_DETAILS = ("day", "channel", "participants", "attendees", "leader_present")
ADD_CONTACT = insert_into(
    contact, *_COMMON, *_DETAILS, "source_chat_id", "source_message_id", "pairing_id"
).returning(contact.c.id)
ADD_ISSUE = insert_into(
    issue,
    *(*_COMMON, "text", "due", "resolver", "state", "raised_on", "raised_at"),
    *("category", "category_chosen", "gist"),
).returning(issue.c.id)
ADD_PRACTICE = insert_into(experience, *_COMMON, "text", "raised_on").returning(experience.c.id)
ADD_EVENT = insert_into(issue_event, "campaign_id", "issue_id", "kind", "actor_id", "result", "at")

CONTACTS = (
    select(
        contact.c.id,
        contact.c.number,
        contact.c.county_id,
        unit.c.name,
        contact.c.day,
        contact.c.channel,
        contact.c.participants,
        contact.c.attendees,
        contact.c.leader_present,
        contact.c.author_id,
        person.c.name,
        contact.c.draft_id,
        contact.c.written_at,
        contact.c.saved_at,
        contact.c.withdrawn_at,
    )
    .join(unit, unit.c.id == contact.c.county_id)
    .join(person, person.c.id == contact.c.author_id)
)
ISSUES = select(
    issue.c.id,
    issue.c.number,
    issue.c.county_id,
    unit.c.name,
    issue.c.text,
    issue.c.due,
    issue.c.resolver,
    issue.c.state,
    issue.c.raised_at,
    issue.c.closed_at,
    issue.c.withdrawn_at,
    issue.c.category,
).join(unit, unit.c.id == issue.c.county_id)
PRACTICES = select(
    experience.c.id,
    experience.c.number,
    experience.c.county_id,
    unit.c.name,
    experience.c.text,
    experience.c.withdrawn_at,
    experience.c.chosen_at,
).join(unit, unit.c.id == experience.c.county_id)


def _of_draft(table: Table, rows: Any) -> Any:
    return rows.where(table.c.draft_id == bindparam("draft_id")).order_by(table.c.ordinal)


CONTACTS_OF_DRAFT = _of_draft(contact, CONTACTS)
ISSUES_OF_DRAFT = _of_draft(issue, ISSUES)
PRACTICES_OF_DRAFT = _of_draft(experience, PRACTICES)
CONTACTS_OF_COUNTY = (
    CONTACTS.where(
        contact.c.campaign_id == bindparam("campaign_id"),
        contact.c.county_id == bindparam("county_id"),
        contact.c.withdrawn_at.is_(None),
    )
    .order_by(contact.c.day.desc(), contact.c.id.desc())
    .limit(bindparam("limit"))
)
OPEN_ISSUES_OF_COUNTY = ISSUES.where(
    issue.c.campaign_id == bindparam("campaign_id"),
    issue.c.county_id == bindparam("county_id"),
    standing_open,
).order_by(issue.c.id)
ISSUE = ISSUES.where(
    issue.c.campaign_id == bindparam("campaign_id"),
    issue.c.number == bindparam("number"),
    issue.c.withdrawn_at.is_(None),
)
PRACTICE = PRACTICES.where(
    experience.c.campaign_id == bindparam("campaign_id"),
    experience.c.number == bindparam("number"),
    experience.c.withdrawn_at.is_(None),
)
CHOOSE = (
    update(experience)
    .where(experience.c.id == bindparam("practice"))
    .values(chosen_at=bindparam("at"), chosen_by=bindparam("by"))
)
CLOSE_ISSUE = (
    update(issue)
    .where(issue.c.id == bindparam("issue"), standing_open)
    .values(state=IssueState.CLOSED, closed_at=bindparam("at"), closed_on=bindparam("day"))
)

SAVED_DRAFT = select(draft.c.author_id, draft.c.saved_at, draft.c.withdrawn_at).where(
    draft.c.id == bindparam("draft_id"), draft.c.saved_at.is_not(None)
)
MARK_SAVED = (
    update(draft)
    .where(draft.c.id == bindparam("draft"), draft.c.saved_at.is_(None))
    .values(saved_at=bindparam("at"))
)
LATEST_OF = (
    select(draft.c.id)
    .where(
        draft.c.campaign_id == bindparam("campaign_id"),
        draft.c.author_id == bindparam("author_id"),
        draft.c.saved_at.is_not(None),
        draft.c.withdrawn_at.is_(None),
    )
    # Cards saved at one moment: the later one has the longer or greater id.
    .order_by(draft.c.saved_at.desc(), func.length(draft.c.id).desc(), draft.c.id.desc())
    .limit(1)
)

COUNTY_OF_RECORD = select(unit.c.name, unit.c.left_at).where(
    unit.c.campaign_id == bindparam("campaign_id"), unit.c.id == bindparam("county_id")
)
BRING_COUNTY_BACK = update(unit).where(unit.c.id == bindparam("unit")).values(left_at=null())
COUNTED_THAT_DAY = (
    select(contact.c.channel, contact.c.leader_present, pairing.c.liaison_id)
    .outerjoin(pairing, pairing.c.id == contact.c.pairing_id)
    .where(
        contact.c.campaign_id == bindparam("campaign_id"),
        contact.c.county_id == bindparam("county_id"),
        contact.c.day == bindparam("day"),
        contact.c.withdrawn_at.is_(None),
    )
)
# Also the lock that keeps two savers, or a saver and a withdrawer, from counting the same tally at once.
TAKE_NUMBERS = (
    update(numbers)
    .where(numbers.c.campaign_id == bindparam("of"))
    .values(
        {name: numbers.c[name] + bindparam(f"new_{name}") for name in ("contacts", "issues", "practices")}
    )
    .returning(numbers.c.contacts, numbers.c.issues, numbers.c.practices)
)


def _withdraw(table: Table) -> Update:
    return (
        update(table)
        .where(table.c.draft_id == bindparam("draft"), table.c.withdrawn_at.is_(None))
        .values(withdrawn_at=bindparam("at"), withdrawn_by=bindparam("by"))
    )


def _withdraw_one(table: Table) -> Update:
    return (
        update(table)
        .where(table.c.id == bindparam("of"), table.c.withdrawn_at.is_(None))
        .values(withdrawn_at=bindparam("at"), withdrawn_by=bindparam("by"))
    )


def _last_place(table: Table) -> Any:
    return select(func.max(table.c.ordinal)).where(table.c.draft_id == bindparam("draft_id"))


WITHDRAW = tuple(map(_withdraw, (contact, issue, experience)))
MARK_WITHDRAWN = (
    update(draft)
    .where(draft.c.id == bindparam("draft"), draft.c.withdrawn_at.is_(None))
    .values(withdrawn_at=bindparam("at"))
)
WITHDRAW_CONTACT, WITHDRAW_ISSUE, WITHDRAW_PRACTICE = map(_withdraw_one, (contact, issue, experience))
LAST_PLACES = tuple(map(_last_place, (contact, issue, experience)))
CORRECT_CONTACT = (
    update(contact)
    .where(contact.c.id == bindparam("of"))
    .values({name: bindparam(name) for name in ("county_id", *_DETAILS)})
)
CREDIT_CONTACT = (
    update(contact).where(contact.c.id == bindparam("of")).values(pairing_id=bindparam("pairing"))
)


def _correct_item(table: Table, *names: str) -> Update:
    # Found on the day of the county's contact; without one the day stays.
    day = func.coalesce(bindparam("raised_on", type_=table.c.raised_on.type), table.c.raised_on)
    fields: dict[str, Any] = {name: bindparam(name) for name in ("county_id", *names)}
    return update(table).where(table.c.id == bindparam("of")).values({**fields, "raised_on": day})


# What somebody chose is not filed anew.
CORRECT_ISSUE = _correct_item(issue, "text", "due", "resolver", "gist").values(
    category=case((issue.c.category_chosen, issue.c.category), else_=bindparam("category"))
)
CORRECT_PRACTICE = _correct_item(experience, "text")
