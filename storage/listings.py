"""The rows behind a digest's figures, as they were known at its moment."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from campaign.corrections import What
from campaign.gist import gist_of
from campaign.listing import (
    AmendedRow,
    ContactRow,
    ContactsOf,
    Extent,
    Filed,
    IssueRow,
    IssuesOf,
    Later,
    Leaf,
    Listed,
    PracticeRow,
    SentRow,
)
from campaign.vocabulary import Channel, IssueStep
from storage import county_messages
from storage import listing_queries as sql
from storage.campaigns import CampaignRows
from storage.connection import Connection
from storage.counts import span_params
from storage.listing_rows import Names, amended_row, contact_row, issue_row, practice_row
from storage.report_queries import CORRECTIONS
from storage.sieves import contact_counts, issue_counts
from storage.statements import Row
from storage.undoing import Before, amends, changed

T = TypeVar("T", ContactRow, IssueRow, PracticeRow)
KINDS = (Later.WITHDRAWN, Later.CLOSED)
TEXT = 2
"""The place of an issue's text in a row."""


class ListingRows:
    """Implements campaign.listing.Listings."""

    def __init__(self, connection: Connection, campaigns: CampaignRows) -> None:
        self._db = connection
        self._campaigns = campaigns

    def contacts(
        self, extent: Extent, which: ContactsOf, channel: Channel | None, leaf: Leaf
    ) -> Listed[ContactRow]:
        """Return contacts, of one channel if given: those corrected later first, then the latest days."""
        params, names = self._params(extent), self._names(extent)
        before = self._before(extent)
        mended = self._mended(extent, before, which, channel)
        touched = [contact_row(row, names, before.later(What.CONTACT, row[0])) for row in mended]
        params |= {"channel": channel} if channel else {}
        statements = sql.contacts(which, of_channel=channel is not None, mended=bool(before))
        return self._listed(statements, params, leaf, lambda row: contact_row(row, names), touched)

    def issues(
        self, extent: Extent, which: IssuesOf, of: str | Filed, leaf: Leaf, today: date
    ) -> Listed[IssueRow]:
        """Return issues by their numbers: of one resolver (or `UNSAID`), of a category, or "" for all."""
        params, names = self._params(extent) | {"today": today}, self._names(extent)
        counts, as_of = issue_counts(which, extent, today, of), extent.as_of
        before = self._before(extent)
        turned = self._turned(extent, before)
        touched = [issue_row(row, names, as_of, later) for row, later in turned if counts(row)]
        made = sql.issues(which, of, turned=bool(before))
        return self._listed(made, params, leaf, lambda row: issue_row(row, names, as_of), touched)

    def same(self, extent: Extent, text: str, gist: str | None) -> Sequence[IssueRow]:
        """Return the open issues of a print, or (None) of these very words, by their numbers."""
        names, as_of = self._names(extent), extent.as_of
        counts = issue_counts(IssuesOf.OPEN, extent, date.max, "")
        turned = self._turned(extent, self._before(extent))
        touched = [issue_row(row, names, as_of, later) for row, later in turned if counts(row)]
        meant = gist or text
        found = [one for one in touched if meant == (gist_of(one.text, one.county) if gist else one.text)]
        numbers = {row[0] for row, _ in turned}
        statement = sql.SAME_GIST if gist else sql.SAME_WORDS
        rows = self._db.all(statement, **self._params(extent), words=meant)
        found += [issue_row(row, names, as_of) for row in rows if row[0] not in numbers]
        return sorted(found, key=lambda row: row.number)

    def practices(self, extent: Extent, leaf: Leaf) -> Listed[PracticeRow]:
        """Return practices, the latest first."""
        names, statements = self._names(extent), (sql.COUNT_PRACTICES, sql.PRACTICES)
        return self._listed(statements, self._params(extent), leaf, lambda row: practice_row(row, names))

    def amended(self, extent: Extent, leaf: Leaf, *, withdrawn: bool) -> Listed[AmendedRow]:
        """Return contacts of earlier days that were withdrawn since, or else corrected, by their numbers."""
        names, end = self._names(extent), leaf.place + leaf.size
        if withdrawn:
            rows = self._db.all(sql.WITHDRAWN, **self._params(extent))
            return Listed(len(rows), [amended_row(row, names, {}) for row in rows[leaf.place : end]])
        found, before = self._corrected(extent), self._before(extent)
        of_campaign = {"campaign_id": extent.campaign_id}
        shown = [
            amended_row(before.contact(row), names, found[number])
            for number in sorted(found)[leaf.place : end]
            for row in self._db.all(sql.NUMBERED, **of_campaign, number=number)
        ]
        return Listed(len(found), shown)

    def contacted(self, extent: Extent) -> Sequence[tuple[str, str]]:
        """Return the counties that were contacted in the days, as (city, name) in the roster's order."""
        before = self._before(extent)
        statement = sql.contacted(mended=bool(before))
        had = {row[0] for row in self._db.all(statement, **self._params(extent))}
        had |= {row[1] for row in self._mended(extent, before, ContactsOf.WINDOW, None)}
        rows = self._db.all(sql.COUNTIES, campaign_id=extent.campaign_id)
        return [(city or "", name) for key, city, name, left in rows if key in had and left is None]

    def county_messages(self, extent: Extent) -> Sequence[SentRow]:
        """Return what was sent unasked to accounts that speak for counties alone, the latest first."""
        rows = self._db.all(county_messages.SENT_ROWS, **_moment(extent), since=extent.since)
        return list(map(SentRow._make, rows))

    def _listed(
        self,
        statements: tuple[Any, Any],
        params: Mapping[str, Any],
        leaf: Leaf,
        made: Callable[[Row], T],
        touched: Sequence[T] = (),
    ) -> Listed[T]:
        """Return a page of what was changed later and, behind that, of what was not."""
        count, page = statements
        [(rest, *numbers)] = self._db.all(count, **params)
        rows = list(touched[leaf.place : leaf.place + leaf.size])
        if rest and len(rows) < leaf.size:
            place = max(0, leaf.place - len(touched))
            found = self._db.all(page, **params, place=place, size=leaf.size - len(rows))
            rows += map(made, found)
        later = Counter(row.later for row in touched) + Counter(dict(zip(KINDS, numbers, strict=False)))
        told = tuple((kind, later[kind]) for kind in Later if later[kind])
        return Listed(len(touched) + rest, rows, told)

    def _mended(
        self, extent: Extent, before: Before, which: ContactsOf, channel: Channel | None
    ) -> list[Row]:
        """Return contacts of a list that were corrected later, as they were."""
        if not before:
            return []
        counts = contact_counts(which, extent, self._span(extent), channel)
        rows = map(before.contact, self._db.all(sql.MENDED, **_moment(extent)))
        return [row for row in rows if counts(row)]

    def _corrected(self, extent: Extent) -> dict[int, dict[str, tuple[Any, Any]]]:
        """Return by number what was corrected of contacts; of several corrections all, as one."""
        found, before = dict[int, dict[str, tuple[Any, Any]]](), self._before(extent)
        for number, day, _, facts in self._db.all(CORRECTIONS, **self._params(extent)):
            fields = changed(facts, What.CONTACT, number)
            if amends(fields, before.day(number, day), extent.days.first):
                known = found.setdefault(number, {})
                known |= {name: (known.get(name, both)[0], both[1]) for name, both in fields.items()}
        return found

    def _turned(self, extent: Extent, before: Before) -> list[tuple[Row, Later | None]]:
        """Return the issues that were corrected or opened again later, as they were."""
        found = list[tuple[Row, Later | None]]()
        if not before:
            return found
        for *now, chosen in self._db.all(sql.TURNED, **_moment(extent)):
            was = before.issue(tuple(now))
            by_words = not chosen and was[TEXT] != now[TEXT]
            row = self._filed_then(was, extent, before, by_words=by_words)
            later = before.later(What.ISSUE, row[0])
            found.append((self._closed_then(row, extent) if later is Later.REOPENED else row, later))
        return found

    def _filed_then(self, row: Row, extent: Extent, before: Before, *, by_words: bool) -> Row:
        """Return an issue whose category was changed later with the one that it had then.

        by_words: it was by the words of its text, which are others now.
        """
        number, *told, category, saved_at, closed_at, withdrawn = row
        categories = self._campaigns.plan(extent.campaign_id).filing.categories
        if number in before.filed:
            then = before.filed[number]
            category = next((key for key, name in categories.names.items() if name == then), None)
        elif by_words:
            category = categories.of(row[TEXT])
        return (number, *told, category, saved_at, closed_at, withdrawn)

    def _closed_then(self, row: Row, extent: Extent) -> Row:
        *told, _, withdrawn = row
        steps = self._db.all(sql.CLOSINGS, **_moment(extent), number=row[0])
        closed_at = steps[-1][1] if steps and steps[-1][0] == IssueStep.CLOSE else None
        return (*told, closed_at, withdrawn)

    def _before(self, extent: Extent) -> Before:
        return Before(self._db.all(sql.CHANGES, **_moment(extent)))

    def _names(self, extent: Extent) -> Names:
        rows = self._db.all(sql.COUNTIES, campaign_id=extent.campaign_id)
        return {row[0]: (row[1] or "", row[2]) for row in rows}.__getitem__

    def _span(self, extent: Extent) -> Any:
        return self._campaigns.plan(extent.campaign_id).definition.span

    def _params(self, extent: Extent) -> dict[str, Any]:
        days = span_params("section_0", extent.days) | span_params("campaign", self._span(extent))
        return {**_moment(extent), "since_0": extent.since, **days}


def _moment(extent: Extent) -> dict[str, Any]:
    return {"campaign_id": extent.campaign_id, "as_of": extent.as_of}
