"""The contacts behind a figure, and why each counts in it or does not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from campaign.quota_rules import QuotaScope
from campaign.quotas import QuotaTerm
from campaign.vocabulary import Channel


class Verdict(StrEnum):
    """Why a contact counts in a rule's window, or does not."""

    COUNTS = "counts"
    SAME_DAY = "same_day"
    CHANNEL = "channel"
    LEADER_AWAY = "leader_away"
    UNCREDITED = "uncredited"


class Behind(NamedTuple):
    """A standing contact; `liaison` is to whom it is credited."""

    number: int
    county_id: int
    county: str
    day: date
    channel: Channel
    leader_present: bool | None
    author: str
    liaison_id: int | None
    liaison: str | None


@dataclass(frozen=True, slots=True)
class Judged:
    """A contact with its verdict by one rule."""

    contact: Behind
    verdict: Verdict


def judged(term: QuotaTerm, contacts: Iterable[Behind]) -> tuple[Judged, ...]:
    """Judge a county's contacts of a rule's window, by their numbers; a rule of pairs judges each pair's."""
    seen: set[tuple[date, int]] = set()
    found = []
    for contact in sorted(contacts, key=lambda contact: contact.number):
        if contact.day in term.days:
            verdict = _verdict(term, contact, seen)
            found.append(Judged(contact, verdict))
    return tuple(found)


def _verdict(term: QuotaTerm, contact: Behind, seen: set[tuple[date, int]]) -> Verdict:
    rule, liaison_id = term.rule, contact.liaison_id
    if contact.channel not in rule.channels:
        return Verdict.CHANNEL
    if rule.leader_present and not contact.leader_present:
        return Verdict.LEADER_AWAY
    if rule.scope is QuotaScope.COUNTY:
        liaison_id = 0
    if liaison_id is None:
        return Verdict.UNCREDITED
    key = (contact.day, liaison_id)
    if rule.same_day_once and key in seen:
        return Verdict.SAME_DAY
    seen.add(key)
    return Verdict.COUNTS


def counted(found: Sequence[Judged], liaison_id: int = 0) -> int:
    """Return how many count; of one liaison if given."""
    return sum(one.verdict is Verdict.COUNTS and liaison_id in {0, one.contact.liaison_id} for one in found)
