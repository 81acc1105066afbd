"""The statements behind the counts, each for now and as of a moment."""

from collections.abc import Callable, Mapping
from datetime import datetime
from itertools import product
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, case, func, literal_column, or_, select, true

from storage.columns import Day
from storage.people_queries import COUNTY_KIND
from storage.sides import (
    AS_OF,
    CAMPAIGN_ID,
    SINCE,
    as_of_side,
    channel_side,
    counties_of_person,
    late_side,
    standing,
    tally_side,
)
from storage.tables import experience, issue, unit


def _by_county(
    *, as_of: bool, rolling: bool, leader_present: bool, of_person: bool, uncovered: bool
) -> Select[Any]:
    if as_of:
        side = as_of_side(of_person=of_person, leader_present=leader_present)
    else:
        side = tally_side(rolling=rolling)
    in_period = func.coalesce(side.period_contacts, 0)
    counties = (
        select(
            unit.c.id,
            unit.c.name,
            unit.c.prefecture,
            unit.c.liaisons,
            unit.c.contact_persons,
            func.coalesce(side.contacts, 0),
            side.last_day,
            in_period,
            func.coalesce(side.quota_contacts, 0),
            func.coalesce(side.quota_days, 0),
            side.quota_last_day,
            unit.c.first_day,
        )
        .select_from(side.beside(unit))
        .where(unit.c.campaign_id == CAMPAIGN_ID, unit.c.kind == COUNTY_KIND, unit.c.left_at.is_(None))
        .order_by(unit.c.position, unit.c.id)
    )
    if of_person:
        counties = counties.where(unit.c.id.in_(counties_of_person()))
    return counties.where(in_period == 0) if uncovered else counties


def _one_county(*, as_of: bool, rolling: bool, leader_present: bool) -> Select[Any]:
    return _by_county(
        as_of=as_of, rolling=rolling, leader_present=leader_present, of_person=False, uncovered=False
    ).where(unit.c.id == bindparam("county_id"))


def _issues(*, as_of: bool) -> Select[Any]:
    """Select issues raised and closed after SINCE, open and overdue."""
    raised = _count_issues(as_of, issue.c.saved_at > SINCE)
    closed = _count_issues(as_of, issue.c.closed_at > SINCE, *_until(issue.c.closed_at, as_of=as_of))
    overdue = func.count(case((issue.c.due < bindparam("today", type_=Day()), 1))).label("overdue")
    opened = _count_issues(as_of, _is_open(as_of)).add_columns(overdue)
    parts = [
        part.subquery(name) for part, name in ((raised, "raised"), (closed, "closed"), (opened, "opened"))
    ]
    columns = [column for part in parts for column in part.c]
    return select(*columns).select_from(parts[0].join(parts[1], true()).join(parts[2], true()))


def _count_issues(as_of: bool, *conditions: ColumnElement[bool]) -> Select[Any]:
    return (
        select(func.count().label("issues"))
        .select_from(issue)
        .where(issue.c.campaign_id == CAMPAIGN_ID, standing(issue, as_of=as_of), *conditions)
    )


def _until(moment: ColumnElement[datetime], *, as_of: bool) -> tuple[ColumnElement[bool], ...]:
    return (moment <= AS_OF,) if as_of else ()


def _is_open(as_of: bool) -> ColumnElement[bool]:
    if as_of:
        return or_(issue.c.closed_at.is_(None), issue.c.closed_at > AS_OF)
    return issue.c.state == literal_column("'open'")


def _practices(*, as_of: bool) -> Select[Any]:
    return (
        select(func.count())
        .select_from(experience)
        .where(
            experience.c.campaign_id == CAMPAIGN_ID,
            experience.c.saved_at > SINCE,
            standing(experience, as_of=as_of),
        )
    )


class Sides(dict[tuple[bool, ...], Select[Any]]):
    """A question's statements by side, each made when it is first asked: all at once would delay a start."""

    def __init__(self, make: Callable[..., Select[Any]], *names: str) -> None:
        super().__init__()
        self._make = make
        self._names = names

    def __missing__(self, sides: tuple[bool, ...]) -> Select[Any]:
        statement = self[sides] = self._make(**dict(zip(self._names, sides, strict=True)))
        return statement

    def every(self) -> Mapping[tuple[bool, ...], Select[Any]]:
        """Return all of them."""
        return {sides: self[sides] for sides in product((False, True), repeat=len(self._names))}


BY_COUNTY = Sides(_by_county, "as_of", "rolling", "leader_present", "of_person", "uncovered")
ONE_COUNTY = Sides(_one_county, "as_of", "rolling", "leader_present")
CHANNELS = Sides(channel_side, "as_of")
ISSUES = Sides(_issues, "as_of")
PRACTICES = Sides(_practices, "as_of")
LATE = Sides(late_side, "as_of")
