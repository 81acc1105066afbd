"""The statements of a digest: each reads one kind of record once, for any number of sections."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Select,
    and_,
    bindparam,
    case,
    func,
    literal_column,
    or_,
    select,
)

from campaign.vocabulary import Channel
from storage.columns import Day
from storage.people_queries import COUNTY_KIND
from storage.report_conditions import (
    closed,
    found,
    in_campaign,
    is_open,
    overdue,
    raised,
    since,
    typed_late,
    withdrawn_since,
    within,
)
from storage.sides import AS_OF, CAMPAIGN_ID, days_between, standing
from storage.tables import audit, contact, experience, issue, unit

LIMIT: BindParameter[int] = bindparam("limit")
CORRECTED = "record.correct"


@cache
def contacts(
    sections: int, spans: int, channels: tuple[Channel, ...], *, leader_present: bool
) -> Select[Any]:
    """Select a row a county, those that left included: one pass over a covering index.

    Its columns: whether it left; of the county as `CountyCounts` has them, without the two-month window's;
    of each section the late contacts and those by channel; the contacts of each span. `channels`: those
    that the quota counts.
    """
    in_quota = _in_quota(channels, leader_present=leader_present)
    counted = _counted(sections, spans, in_quota)
    head = counted.c.keys()[1:6]
    rest = counted.c.keys()[6:]
    return (
        select(
            unit.c.left_at.is_not(None),
            unit.c.id,
            unit.c.name,
            unit.c.prefecture,
            unit.c.liaisons,
            unit.c.contact_persons,
            *(_known(counted.c[name]) for name in head),
            unit.c.first_day,
            *(func.coalesce(counted.c[name], 0) for name in rest),
        )
        .select_from(unit.outerjoin(counted, counted.c.county_id == unit.c.id))
        .where(unit.c.campaign_id == CAMPAIGN_ID, unit.c.kind == COUNTY_KIND)
        .order_by(unit.c.position, unit.c.id)
    )


def _known(column: ColumnElement[Any]) -> ColumnElement[Any]:
    return column if isinstance(column.type, Day) else func.coalesce(column, 0)


def _in_quota(channels: tuple[Channel, ...], *, leader_present: bool) -> ColumnElement[bool]:
    """Return whether a contact counts for the quota; what is cheapest to tell comes first."""
    conditions = [days_between(contact.c.day, "quota")]
    if len(channels) < len(Channel):
        conditions.insert(0, or_(*(contact.c.channel == _written(word) for word in channels)))
    if leader_present:
        conditions.append(contact.c.leader_present.is_(True))
    return and_(*conditions)


def _counted(sections: int, spans: int, in_quota: ColumnElement[bool]) -> Any:
    columns = {
        "contacts": func.count(),
        "last_day": func.max(contact.c.day),
        "quota_contacts": count_if(in_quota),
        "quota_days": func.count(case((in_quota, contact.c.day)).distinct()),
        "quota_last_day": func.max(case((in_quota, contact.c.day))),
    }
    for place in range(sections):
        columns |= _section(place)
    for place in range(spans):
        columns[f"in_span_{place}"] = count_if(days_between(contact.c.day, f"span_{place}"))
    return (
        select(contact.c.county_id, *(column.label(name) for name, column in columns.items()))
        .where(
            contact.c.campaign_id == CAMPAIGN_ID,
            in_campaign(),
            standing(contact, as_of=True),
        )
        .group_by(contact.c.county_id)
        .subquery("counted")
    )


def _section(place: int) -> dict[str, Any]:
    inside = within(place)
    return {
        f"late_{place}": count_if(typed_late(place)),
        **{
            f"{word}_{place}": count_if(and_(contact.c.channel == _written(word), inside)) for word in Channel
        },
    }


def _written(word: Channel) -> ColumnElement[Any]:
    """Write a word out: a parameter is compared more slowly."""
    return literal_column(f"'{word.value}'")


@cache
def issues(sections: int) -> Select[Any]:
    """Select a row for each resolver and category: open, overdue, then raised and closed of each section."""
    of_sections = (*map(raised, range(sections)), *map(closed, range(sections)))
    counted = map(count_if, (is_open(), overdue(), *of_sections))
    return (
        select(issue.c.resolver, issue.c.category, *counted)
        .where(issue.c.campaign_id == CAMPAIGN_ID, standing(issue, as_of=True))
        .group_by(issue.c.resolver, issue.c.category)
    )


@cache
def practices(sections: int) -> Select[Any]:
    """Select how many practices each section has."""
    columns: Sequence[Any] = [count_if(found(n)) for n in range(sections)]
    return select(*columns).where(experience.c.campaign_id == CAMPAIGN_ID, standing(experience, as_of=True))


def count_if(condition: ColumnElement[bool]) -> ColumnElement[int]:
    """Count the rows for which something holds."""
    return func.count(case((condition, 1)))


_PRACTICES = (
    select(unit.c.prefecture, unit.c.name, experience.c.text)
    .join(unit, unit.c.id == experience.c.county_id)
    .where(experience.c.campaign_id == CAMPAIGN_ID, standing(experience, as_of=True))
    .limit(LIMIT)
)
_chosen_at = experience.c.chosen_at
CHOSEN_PRACTICES = _PRACTICES.where(_chosen_at > since(0), _chosen_at <= AS_OF).order_by(
    _chosen_at.desc(), experience.c.id.desc()
)
# Whatever of the section was chosen by then was chosen within it.
LATEST_PRACTICES = _PRACTICES.where(found(0), or_(_chosen_at.is_(None), _chosen_at > AS_OF)).order_by(
    experience.c.saved_at.desc(), experience.c.id.desc()
)
WITHDRAWN = select(func.count()).where(contact.c.campaign_id == CAMPAIGN_ID, withdrawn_since(0))
CORRECTIONS = (
    select(contact.c.number, contact.c.day, contact.c.saved_at, audit.c.facts)
    .select_from(audit.join(contact, contact.c.draft_id == audit.c.subject))
    .where(
        audit.c.campaign_id == CAMPAIGN_ID,
        audit.c.at > since(0),
        audit.c.at <= AS_OF,
        audit.c.action == CORRECTED,
        contact.c.campaign_id == CAMPAIGN_ID,
        contact.c.saved_at <= since(0),
        or_(contact.c.withdrawn_at.is_(None), contact.c.withdrawn_at > AS_OF),
    )
)
