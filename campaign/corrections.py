"""What a correction changes: a saved record beside the form that it is to take. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from campaign.drafts import Draft, DraftContact, DraftIssue, DraftPractice
from campaign.records import Contact, Issue, Practice, SavedRecord
from campaign.vocabulary import DraftState

T = TypeVar("T", DraftIssue, DraftPractice)
CONTACT_FIELDS = ("county_id", "day", "channel", "participants", "attendees", "leader_present")


class What(StrEnum):
    """Which part of a record is changed."""

    CONTACT = "contact"
    ISSUE = "issue"
    PRACTICE = "practice"


@dataclass(frozen=True, slots=True)
class Change:
    """One field before and after. Without `field` the whole item is new (no `number`) or left out."""

    what: What
    number: int | None
    field: str | None
    before: Any
    after: Any

    def plain(self) -> dict[str, Any]:
        """Return it for the audit trail, as plain JSON data."""
        return {
            "what": self.what.value,
            "number": self.number,
            "field": self.field,
            "before": _plain(self.before),
            "after": _plain(self.after),
        }


def as_draft(record: SavedRecord, draft: Draft) -> Draft:
    """Return a record as a card that can be changed; `draft` is the card that it came from."""
    alone = record.contacts[0].county_id if len(record.contacts) == 1 else None
    issues = (
        DraftIssue(
            number=i.number,
            county_id=_own(i.county_id, alone),
            text=i.text,
            due=i.due,
            resolver=i.resolver,
            distinct=True,
        )
        for i in record.issues
    )
    practices = (
        DraftPractice(number=p.number, county_id=_own(p.county_id, alone), text=p.text)
        for p in record.practices
    )
    update = {
        "state": DraftState.OPEN,
        "contacts": tuple(map(_contact, record.contacts)),
        "issues": tuple(issues),
        "practices": tuple(practices),
        "asks_resolver": False,
        "unknown_counties": (),
    }
    return draft.model_copy(update=update)


def pinned(draft: Draft) -> Draft:
    """Return a card on which every issue and practice names its county, so that contacts may join or go."""
    update = {
        name: tuple(i.model_copy(update={"county_id": draft.county_of(i)}) for i in getattr(draft, name))
        for name in ("issues", "practices")
    }
    return draft.model_copy(update=update)


def unpinned(draft: Draft) -> Draft:
    """Return a card of one contact whose items, if they are of its county, go wherever it goes."""
    county = draft.contacts[0].county_id if draft.contacts else None
    update = {
        name: tuple(
            item.model_copy(update={"county_id": _own(item.county_id, county) if item.county_id else None})
            for item in getattr(draft, name)
        )
        for name in ("issues", "practices")
    }
    return draft.model_copy(update=update)


def recognised(record: SavedRecord, target: Draft) -> Draft:
    """Return the target with the numbers of the issues and practices that it repeats word for word."""
    update = {
        "issues": _recognised(target, target.issues, record.issues),
        "practices": _recognised(target, target.practices, record.practices),
    }
    return target.model_copy(update=update)


def changes(record: SavedRecord, target: Draft) -> tuple[Change, ...]:
    """Return what would change, contacts first; `target` bears the numbers of what it keeps."""
    return (
        *_of_contacts(record, target),
        *_of_items(What.ISSUE, target, target.issues, record.issues),
        *_of_items(What.PRACTICE, target, target.practices, record.practices),
    )


def _own(county_id: int, alone: int | None) -> int | None:
    return None if county_id == alone else county_id


def _contact(contact: Contact) -> DraftContact:
    fields = {name: getattr(contact, name) for name in CONTACT_FIELDS}
    return DraftContact(number=contact.number, **fields)


def _recognised(
    target: Draft, items: Sequence[T], known: Sequence[Issue] | Sequence[Practice]
) -> tuple[T, ...]:
    taken = {item.number for item in items}
    free = {(saved.county_id, saved.text): saved.number for saved in known if saved.number not in taken}
    found: list[T] = []
    for item in items:
        number = item.number or free.pop((target.county_of(item) or 0, item.text), None)
        found.append(item.model_copy(update={"number": number}))
    return tuple(found)


def _of_contacts(record: SavedRecord, target: Draft) -> Iterator[Change]:
    kept = {contact.number: contact for contact in target.contacts if contact.number}
    for saved in record.contacts:
        new = kept.get(saved.number)
        if new is None:
            yield Change(What.CONTACT, saved.number, None, saved, None)
            continue
        for name in CONTACT_FIELDS:
            before, after = getattr(saved, name), getattr(new, name)
            if before != after:
                yield Change(What.CONTACT, saved.number, name, before, after)
    for contact in target.contacts:
        if contact.number is None:
            yield Change(What.CONTACT, None, None, None, contact)


def _of_items(
    what: What, target: Draft, items: Sequence[T], known: Sequence[Issue] | Sequence[Practice]
) -> Iterator[Change]:
    kept = {item.number: item for item in items if item.number}
    for saved in known:
        new = kept.get(saved.number)
        if new is None:
            yield Change(what, saved.number, None, saved.text, None)
            continue
        county = target.county_of(new)
        if county != saved.county_id:
            yield Change(what, saved.number, "county_id", saved.county_id, county)
        for name in ("text", "due", "resolver"):
            before, after = getattr(saved, name, None), getattr(new, name, None)
            if before != after:
                yield Change(what, saved.number, name, before, after)
    for item in items:
        if item.number is None:
            yield Change(what, None, None, None, item.text)


def _plain(value: Any) -> Any:
    if isinstance(value, Contact | DraftContact):
        return {name: _plain(getattr(value, name)) for name in CONTACT_FIELDS}
    return value if value is None or isinstance(value, bool | int) else str(value)
