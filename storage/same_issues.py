"""The same problem in several counties: open issues with one print, in the words of the first of them."""

from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, case, distinct, func, select

from storage.columns import UTCDateTime
from storage.report_conditions import is_open
from storage.sides import CAMPAIGN_ID, standing
from storage.tables import issue

_SINCE = bindparam("since_0", type_=UTCDateTime())
_OPEN = (
    issue.c.campaign_id == CAMPAIGN_ID,
    standing(issue, as_of=True),
    is_open(),
)


def _counties(of: ColumnElement[Any]) -> ColumnElement[int]:
    return func.count(distinct(of))


def _groups() -> Select[Any]:
    """Select what several counties have: the first number, counties, counties where it is new."""
    every = _counties(issue.c.county_id)
    new = _counties(case((issue.c.saved_at > _SINCE, issue.c.county_id)))
    first = func.min(issue.c.number)
    return (
        select(first.label("number"), every.label("counties"), new.label("new"))
        .where(*_OPEN, issue.c.gist.is_not(None))
        .group_by(issue.c.gist)
        .having(every > 1)
        .order_by(every.desc(), first)
        .limit(bindparam("limit"))
    )


_found = _groups().subquery()
SAME_ISSUES = (
    select(issue.c.text, _found.c.counties, _found.c.new)
    .join_from(_found, issue, issue.c.number == _found.c.number)
    .where(issue.c.campaign_id == CAMPAIGN_ID)
    .order_by(_found.c.counties.desc(), _found.c.number)
)
