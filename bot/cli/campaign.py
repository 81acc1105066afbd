"""`liaison campaign`: check and load a campaign's rules."""

from argparse import Namespace

from bot.calendars import work_calendar
from bot.campaign_files import read_campaign
from bot.cli import texts
from bot.cli.office import open_office
from bot.cli.terminal import say
from bot.load import load_campaign
from campaign.plan import Plan


def run(arguments: Namespace) -> int:
    """Check the rules, and load them when asked to."""
    definition, roster = read_campaign(arguments.file)
    if arguments.step == "check":
        say(texts.campaign_summary(Plan(definition, work_calendar()), roster))
        if roster.doubts:
            say(texts.roster_doubts(roster.doubts))
        return 0
    with open_office() as office:
        changed = office.write(lambda unit: load_campaign(unit, definition, roster))
    say(texts.campaign_loaded(definition.title, roster.counties, changed=changed))
    return 0
