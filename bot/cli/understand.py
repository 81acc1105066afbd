"""`liaison understand`: readings of messages, one JSON line each; needs no database and no token."""

import sys
from argparse import Namespace
from collections.abc import Mapping

from bot.calendars import work_calendar
from bot.campaign_files import read_campaign
from bot.understand import understand
from campaign.definition import Definition
from campaign.roster import Roster
from understanding import CountyName, Gazetteer, Reader, Sender, load_lexicon


def run(arguments: Namespace) -> int:
    """Read messages from stdin until it ends; 1 when a line could not be read."""
    definition, roster = read_campaign(arguments.campaign)
    reader = Reader(gazetteer(definition, roster), load_lexicon())
    sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # tests hand in other streams
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # likewise
    unread = False
    for line in understand(sys.stdin, reader, senders(roster), work_calendar()):
        unread |= line.startswith('{"line":')
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
    return int(unread)


def gazetteer(definition: Definition, roster: Roster) -> Gazetteer:
    """Return a roster's counties with their other names, keyed by prefecture and name."""
    names = (
        CountyName(
            prefecture + county,
            county,
            prefecture,
            tuple(other for other, name in definition.aliases.items() if name == county),
        )
        for prefecture, county in dict.fromkeys((row.prefecture, row.county) for row in roster.rows)
    )
    return Gazetteer(tuple(names))


def senders(roster: Roster) -> Mapping[str, Sender]:
    """Return everybody of a roster with the counties that are his."""
    counties: dict[str, list[str]] = {}
    for row in roster.rows:
        for name in {row.liaison, row.contact_person} - {""}:
            counties.setdefault(name, []).append(row.prefecture + row.county)
    return {name: Sender(name, tuple(own)) for name, own in counties.items()}
