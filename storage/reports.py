"""What a digest counts, as it was known at its moment."""

from collections.abc import Sequence
from datetime import date, datetime
from itertools import compress
from typing import Any

from campaign.corrections import What
from campaign.days import Days
from campaign.figures import SpanCounts
from campaign.plan import Windows
from campaign.reporting import (
    Amended,
    Asked,
    ContactReport,
    IssueClass,
    LatePractice,
    SameIssue,
    SectionCounts,
)
from campaign.rhythm import BEGINNING
from campaign.standing import CountyCounts
from campaign.vocabulary import Channel
from storage import county_messages
from storage import report_queries as sql
from storage.campaigns import CampaignRows
from storage.connection import Connection
from storage.counts import counted_days, span_params
from storage.same_issues import SAME_ISSUES
from storage.undoing import amends, changed

# In a row: whether the county left, what stands before and behind the window's contacts, then the sections.
WINDOW, SECTIONS = 8, 12
A_SECTION = 1 + len(Channel)


class ReportRows:
    """Implements campaign.reporting.Reports."""

    def __init__(self, connection: Connection, campaigns: CampaignRows) -> None:
        self._db = connection
        self._campaigns = campaigns

    def contacts(
        self,
        campaign_id: str,
        windows: Windows,
        sections: Sequence[Asked],
        spans: Sequence[Days],
        as_of: datetime,
    ) -> ContactReport:
        """Count all contacts once: by county, for the quota, the sections and other days."""
        rule, definition = windows.quota.rule, self._campaigns.plan(campaign_id).definition
        params: dict[str, Any] = {
            **_params(campaign_id, sections, as_of),
            **span_params("campaign", definition.span),
            **span_params("quota", counted_days(windows.quota)),
        }
        for kind, every in (("section", [asked.days for asked in sections]), ("span", spans)):
            for place, days in enumerate(every):
                params |= span_params(f"{kind}_{place}", days)
        statement = sql.contacts(
            len(sections), len(spans), tuple(sorted({*rule.channels})), leader_present=rule.leader_present
        )
        rows = self._db.all(statement, **params)
        width = SECTIONS + A_SECTION * len(sections) + len(spans)
        columns = list(zip(*rows, strict=True)) if rows else [()] * width
        listed = [not left for left in columns[0]]
        counted = tuple(_section(columns, listed, place, asked) for place, asked in enumerate(sections))
        rest = zip(spans, columns[SECTIONS + A_SECTION * len(sections) :], strict=True)
        others = tuple(_span(days, column, listed) for days, column in rest)
        inside = zip(compress(rows, listed), counted[0].of_counties, strict=True)
        counties = tuple(
            CountyCounts._make((*row[1:WINDOW], number, *row[WINDOW:SECTIONS])) for row, number in inside
        )
        return ContactReport(counties, counted, others)

    def issues(
        self, campaign_id: str, sections: Sequence[Asked], today: date, as_of: datetime
    ) -> Sequence[IssueClass]:
        """Count issues by who is to solve them and by category; a class without any is left out."""
        params = _params(campaign_id, sections, as_of)
        rows = self._db.all(sql.issues(len(sections)), **params, today=today)
        half = 4 + len(sections)
        return [IssueClass._make((*row[:4], row[4:half], row[half:])) for row in rows]

    def same_issues(self, campaign_id: str, asked: Asked, as_of: datetime, limit: int) -> Sequence[SameIssue]:
        """Return what several counties have as an open issue, by its print; what most have first."""
        params = _params(campaign_id, [asked], as_of)
        return list(map(SameIssue._make, self._db.all(SAME_ISSUES, **params, limit=limit)))

    def practices(self, campaign_id: str, sections: Sequence[Asked], as_of: datetime) -> tuple[int, ...]:
        """Count the practices of each section."""
        (row,) = self._db.all(sql.practices(len(sections)), **_params(campaign_id, sections, as_of))
        return row

    def latest_practices(
        self, campaign_id: str, asked: Asked, as_of: datetime, limit: int
    ) -> Sequence[LatePractice]:
        """Return the practices chosen within a section, the last first, then the latest others of it."""
        params = {**_params(campaign_id, [asked], as_of), "limit": limit}
        chosen = [
            LatePractice(*row)._replace(chosen=True) for row in self._db.all(sql.CHOSEN_PRACTICES, **params)
        ]
        if len(chosen) == limit:
            return chosen
        latest = (LatePractice(*row) for row in self._db.all(sql.LATEST_PRACTICES, **params))
        return [*chosen, *latest][:limit]

    def county_messages(self, campaign_id: str, since: datetime, as_of: datetime) -> int | None:
        """Count what was sent unasked to accounts that speak for counties alone; None without any such."""
        params = {"campaign_id": campaign_id, "as_of": as_of}
        if not self._db.value(county_messages.ACCOUNTS, **params):
            return None
        return int(self._db.value(county_messages.SENT, **params, since=since))

    def amended(self, campaign_id: str, asked: Asked, as_of: datetime) -> Amended:
        """Count contacts of days before a section's, saved before it, that were changed within it."""
        if asked.since == BEGINNING:
            return Amended(0, 0)
        params, first = _params(campaign_id, [asked], as_of), asked.days.first
        withdrawn: int = self._db.value(sql.WITHDRAWN, **params, section_0_first=first)
        rows = self._db.all(sql.CORRECTIONS, **params)
        found = {row[0] for row in rows if amends(changed(row[3], What.CONTACT, row[0]), row[1], first)}
        return Amended(len(found), withdrawn)


def _params(campaign_id: str, sections: Sequence[Asked], as_of: datetime) -> dict[str, Any]:
    moments = {f"since_{place}": asked.since for place, asked in enumerate(sections)}
    return {"campaign_id": campaign_id, "as_of": as_of, **moments}


def _section(
    columns: Sequence[Sequence[Any]], listed: Sequence[bool], place: int, asked: Asked
) -> SectionCounts:
    late, *channels = columns[SECTIONS + A_SECTION * place :][:A_SECTION]
    totals = {channel: sum(column) for channel, column in zip(Channel, channels, strict=True)}
    of_counties = map(sum, zip(*(compress(column, listed) for column in channels), strict=True))
    known = {channel: total for channel, total in totals.items() if total}
    return SectionCounts(tuple(of_counties), known, 0 if asked.since == BEGINNING else sum(late))


def _span(days: Days, column: Sequence[int], listed: Sequence[bool]) -> SpanCounts:
    return SpanCounts(days, sum(map(bool, compress(column, listed))), sum(column))
