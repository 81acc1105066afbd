"""From standing records to the ledger's sheets."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from campaign.ledger import ContactLine, IssueLine, PracticeLine
from campaign.standing import CountyCounts
from digests.ledger import texts
from digests.ledger.table import Sheet, Value
from digests.texts import CHANNELS

WHERE = ((texts.NUMBER, 8), (texts.COUNTY, 14), (texts.PREFECTURE, 12))


def contacts(lines: Iterable[ContactLine], zone: ZoneInfo) -> Sheet:
    """Return the sheet of contacts; moments are shown in the campaign's zone."""
    columns = (
        *WHERE,
        (texts.DAY, 12),
        (texts.CHANNEL, 8),
        (texts.PARTICIPANTS, 10),
        (texts.ATTENDEES, 30),
        (texts.LEADER, 10),
        (texts.LIAISON, 20),
        (texts.CONTACT_PERSON, 20),
        (texts.AUTHOR, 16),
        (texts.WRITTEN, 18),
        (texts.SAVED, 18),
    )
    return Sheet(texts.CONTACTS, columns, (_contact(line, zone) for line in lines))


def issues(lines: Iterable[IssueLine], today: date, categories: Mapping[str, str]) -> Sheet:
    """Return the sheet of issues, as late as they are on a day; `categories`: names by ids."""
    columns = (
        *WHERE,
        (texts.RAISED, 12),
        (texts.ISSUE, 50),
        (texts.CATEGORY, 16),
        (texts.RESOLVER, 14),
        (texts.DUE, 12),
        (texts.STATE, 10),
        (texts.LATE, 10),
        (texts.CLOSED, 12),
        (texts.RESULT, 40),
        (texts.PROGRESS, 40),
        (texts.AUTHOR, 16),
    )
    return Sheet(texts.ISSUES, columns, (_issue(line, today, categories) for line in lines))


def practices(lines: Iterable[PracticeLine]) -> Sheet:
    """Return the sheet of practices."""
    columns = (*WHERE, (texts.RAISED, 12), (texts.PRACTICE, 70), (texts.AUTHOR, 16), (texts.CHOSEN, 8))
    rows = ((*line[:-1], texts.YES_NO[line.chosen or None]) for line in lines)
    return Sheet(texts.PRACTICES, columns, rows)


def uncovered(counties: Sequence[CountyCounts]) -> Sheet:
    """Return the sheet of counties with no contact in this two-month window."""
    columns = (
        (texts.COUNTY, 14),
        (texts.PREFECTURE, 12),
        (texts.WINDOW, 18),
        (texts.LIAISON, 20),
        (texts.CONTACT_PERSON, 20),
        (texts.EVER, 18),
        (texts.LAST, 14),
    )
    return Sheet(texts.UNCOVERED, columns, _uncovered(counties))


def _contact(line: ContactLine, zone: ZoneInfo) -> Sequence[Value]:
    return (
        *line[:4],
        CHANNELS[line.channel],
        line.participants,
        line.attendees,
        texts.YES_NO[line.leader_present],
        line.liaisons,
        line.contact_persons,
        line.author,
        _local(line.written_at, zone),
        _local(line.saved_at, zone),
    )


def _issue(line: IssueLine, today: date, categories: Mapping[str, str]) -> Sequence[Value]:
    late = (today - line.due).days if line.due and not line.closed_on and line.due < today else None
    return (
        *line[:5],
        categories.get(line.category or "", texts.OTHER_CATEGORY),
        texts.RESOLVERS[line.resolver] if line.resolver else None,
        line.due,
        texts.STATES[line.state],
        late,
        line.closed_on,
        line.result,
        line.progress,
        line.author,
    )


def _uncovered(counties: Iterable[CountyCounts]) -> Iterator[Sequence[Value]]:
    for county in counties:
        state = texts.QUIET if county.contacts else texts.NEVER
        people = (county.liaison, county.contact_person)
        yield county.name, county.prefecture, state, *people, county.contacts, county.last_day


def _local(moment: datetime, zone: ZoneInfo) -> datetime:
    """Return a moment as a clock on the wall showed it: a workbook knows no zones."""
    return moment.astimezone(zone).replace(tzinfo=None, microsecond=0)
