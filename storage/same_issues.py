"""The same problem in several counties: open issues with one print, in the words of the first of them."""

from typing import Any

from sqlalchemy import Select, bindparam, case, func, select

from storage.columns import UTCDateTime
from storage.report_conditions import is_open
from storage.sides import CAMPAIGN_ID, standing
from storage.tables import issue, unit
from storage.tables.records import standing_open

_SINCE = bindparam("since_0", type_=UTCDateTime())
_OPEN = (
    issue.c.campaign_id == CAMPAIGN_ID,
    standing(issue, as_of=True),
    is_open(),
)


def _groups() -> Select[Any]:
    """Select what several counties have: the first number, counties, counties where it is new.

    Grouped by county first: a count of different counties is dearer.
    """
    new = func.max(case((issue.c.saved_at > _SINCE, 1)))
    columns = (issue.c.gist, func.min(issue.c.number).label("number"), new.label("new"))
    one = select(*columns).where(*_OPEN, issue.c.gist.is_not(None)).group_by(issue.c.gist, issue.c.county_id)
    county = one.subquery("county")
    counties, first = func.count(), func.min(county.c.number)
    number, in_new = first.label("number"), func.count(county.c.new).label("new")
    found: Any = select(number, counties.label("counties"), in_new, county.c.gist)
    grouped: Select[Any] = found.group_by(county.c.gist).having(counties > 1)
    return grouped.order_by(counties.desc(), first).limit(bindparam("limit"))


_found = _groups().subquery()
SAME_ISSUES = (
    select(issue.c.text, _found.c.counties, _found.c.new, _found.c.gist)
    .join_from(_found, issue, issue.c.number == _found.c.number)
    .where(issue.c.campaign_id == CAMPAIGN_ID)
    .order_by(_found.c.counties.desc(), _found.c.number)
)
_OPEN_NOW = (issue.c.campaign_id == CAMPAIGN_ID, standing_open)
_SEVERAL = (
    select(issue.c.gist)
    .where(*_OPEN_NOW, issue.c.gist.is_not(None))
    .group_by(issue.c.gist)
    .having(func.min(issue.c.county_id) != func.max(issue.c.county_id))
)
SHARED = (
    select(issue.c.gist, issue.c.text, issue.c.county_id, unit.c.name, unit.c.prefecture)
    .join(unit, unit.c.id == issue.c.county_id)
    .where(*_OPEN_NOW, issue.c.gist.in_(_SEVERAL))
    .order_by(issue.c.number)
)
