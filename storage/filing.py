"""File the issues of a campaign: those saved before there was a way to, and all when the rules change."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import bindparam, select, update

from campaign.plan import Plan
from storage.connection import Connection
from storage.tables import campaign, issue, unit

PAGE = 5000
_FILED_BY = select(campaign.c.filed_by).where(campaign.c.id == bindparam("id"))
_FILED_NOW = update(campaign).where(campaign.c.id == bindparam("of")).values(filed_by=bindparam("stamp"))
_PAGE = (
    select(issue.c.id, issue.c.text, unit.c.name, issue.c.category, issue.c.category_chosen, issue.c.gist)
    .join(unit, unit.c.id == issue.c.county_id)
    .where(issue.c.campaign_id == bindparam("campaign_id"), issue.c.id > bindparam("after"))
    .order_by(issue.c.id)
    .limit(PAGE)
)
_FILE = (
    update(issue)
    .where(issue.c.id == bindparam("of"))
    .values({name: bindparam(name) for name in ("category", "category_chosen", "gist")})
)


def file_issues(db: Connection, plan: Plan) -> bool:
    """File every issue by the present rules; return whether that was still to be done.

    A category that somebody chose stays as long as the rules have it.
    """
    campaign_id, stamp = plan.definition.id, plan.filing.stamp
    if db.value(_FILED_BY, id=campaign_id) == stamp:
        return False
    after = 0
    while rows := db.all(_PAGE, campaign_id=campaign_id, after=after):
        db.many(_FILE, _changed(rows, plan))
        after = rows[-1][0]
    db.run(_FILED_NOW, of=campaign_id, stamp=stamp)
    return True


def _changed(rows: list[tuple[Any, ...]], plan: Plan) -> Iterator[dict[str, Any]]:
    known = {None, *plan.filing.categories.names}
    for row_id, text, county, category, chosen, gist in rows:
        by_words, now = plan.filing.of(text, county)
        kept = chosen and category in known
        filed = (category if kept else by_words, kept, now)
        if filed != (category, chosen, gist):
            yield dict(zip(("of", "category", "category_chosen", "gist"), (row_id, *filed), strict=True))
