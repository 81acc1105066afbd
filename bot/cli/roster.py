"""`liaison roster import`: who is paired with whom, from a table."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass

from bot.campaign_files import read_roster_file
from bot.cli import texts
from bot.cli.office import open_office
from bot.cli.terminal import say
from bot.load import load_roster
from campaign.people import Pairing
from campaign.roster import Roster

Sides = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Changes:
    """What a roster would change: counties that are new, that get other people, that are no longer paired."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]


def run(arguments: Namespace) -> int:
    """Show what changes, and import unless it is a dry run."""
    with open_office() as office:
        campaign_id = office.campaign(arguments.campaign)
        definition = office.read(lambda unit: unit.campaigns.plan(campaign_id)).definition
        roster = read_roster_file(arguments.file, definition.organisation)
        pairings = office.read(lambda unit: unit.people.pairings(campaign_id))
        say(texts.roster_changes(len(roster.rows), *_names(changes(roster, pairings))))
        if not arguments.dry_run:
            office.write(lambda unit: load_roster(unit, campaign_id, roster))
    say(texts.NOT_IMPORTED if arguments.dry_run else texts.IMPORTED)
    return 0


def changes(roster: Roster, pairings: Sequence[Pairing]) -> Changes:
    """Compare a roster with the standing pairings."""
    before = {(p.county.prefecture, p.county.name): _sides(p) for p in pairings}
    after = {(row.prefecture, row.county): (row.liaison, row.contact_person) for row in roster.rows}
    return Changes(
        tuple(name for place, name in _places(after) if place not in before),
        tuple(name for place, name in _places(after) if before.get(place, after[place]) != after[place]),
        tuple(name for place, name in _places(before) if place not in after),
    )


def _sides(pairing: Pairing) -> Sides:
    return pairing.liaison.name, pairing.contact_person.name if pairing.contact_person else ""


def _places(pairs: dict[tuple[str, str], Sides]) -> Sequence[tuple[tuple[str, str], str]]:
    return [(place, place[1]) for place in pairs]


def _names(found: Changes) -> tuple[tuple[str, ...], ...]:
    return found.new, found.changed, found.gone
