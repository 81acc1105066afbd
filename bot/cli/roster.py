"""`liaison roster import`: who is paired with whom, from a table."""

from argparse import Namespace

from bot.campaign_files import read_roster_file
from bot.cli import texts
from bot.cli.office import open_office
from bot.cli.terminal import say
from bot.load import load_roster
from campaign.actions.tiers import overlapping
from campaign.limit_doubts import limited
from campaign.roster import Roster
from campaign.roster_changes import RosterChanges, roster_changes
from storage import Unit


def _changes(unit: Unit, campaign_id: str, roster: Roster) -> RosterChanges:
    return roster_changes(roster, unit.people.pairings(campaign_id), unit.people.counties(campaign_id))


def run(arguments: Namespace) -> int:
    """Show what changes, and import unless it is a dry run."""
    with open_office() as office:
        campaign_id = office.campaign(arguments.campaign)
        definition = office.read(lambda unit: unit.campaigns.plan(campaign_id)).definition
        roster = limited(read_roster_file(arguments.file, definition.organisation), definition.limits)
        roster = office.read(lambda unit: overlapping(unit, definition, roster))
        found = office.read(lambda unit: _changes(unit, campaign_id, roster))
        say(texts.roster_changes(found))
        if roster.doubts:
            say(texts.roster_doubts(roster.doubts))
        if not arguments.dry_run:
            office.write(lambda unit: load_roster(unit, campaign_id, roster))
    say(texts.NOT_IMPORTED if arguments.dry_run else texts.IMPORTED)
    return 0
