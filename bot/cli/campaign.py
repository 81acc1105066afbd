"""`liaison campaign`: write, check and load a campaign's rules."""

import json
from argparse import Namespace
from pathlib import Path

from bot.calendars import work_calendar
from bot.campaign_files import read_campaign, template
from bot.cli import texts
from bot.cli.office import open_office
from bot.cli.terminal import say
from bot.file_faults import FileFault, UnusableFileError
from bot.load import load_campaign
from bot.schema.export import definition_schema
from campaign.actions.tiers import overlapping
from campaign.definition import Definition
from campaign.plan import Plan
from campaign.roster import Roster
from campaign.roster_changes import roster_changes
from campaign.rule_changes import rule_changes
from digests.changes.lines import change_lines
from digests.rules.dates import date_lines
from storage import Unit


def run(arguments: Namespace) -> int:
    """Do one step."""
    if arguments.step == "load":
        return _load(arguments.file, agreed=arguments.yes)
    steps = {"schema": _schema, "template": _template, "check": _check, "dates": _dates}
    steps[arguments.step](arguments)
    return 0


def _schema(_: Namespace) -> None:
    say(json.dumps(definition_schema(), ensure_ascii=False, indent=2))


def _template(arguments: Namespace) -> None:
    rules, roster = template()
    if arguments.out is None:
        say(rules.read_text("utf-8").rstrip())
        return
    targets = [arguments.out / path.name for path in (rules, roster)]
    if taken := next((path for path in targets if path.exists()), None):
        raise UnusableFileError(taken, (FileFault(None, "file_exists"),))
    arguments.out.mkdir(parents=True, exist_ok=True)
    for path, target in zip((rules, roster), targets, strict=True):
        _write(target, path.read_bytes())


def _write(target: Path, content: bytes) -> None:
    target.write_bytes(content)
    say(texts.WRITTEN.format(target))


def _check(arguments: Namespace) -> None:
    definition, roster = read_campaign(arguments.file)
    say(texts.campaign_summary(Plan(definition, work_calendar()), roster))
    _say_doubts(roster)


def _say_doubts(roster: Roster) -> None:
    if roster.doubts:
        say(texts.roster_doubts(roster.doubts))


def _dates(arguments: Namespace) -> None:
    definition, _ = read_campaign(arguments.file)
    for line in date_lines(Plan(definition, work_calendar())):
        say(line)


def _load(wish: str, *, agreed: bool) -> int:
    """Load rules and roster; what would change of a loaded campaign is told first, and must be agreed."""
    definition, roster = read_campaign(wish)
    with open_office() as office:
        roster = office.read(lambda unit: overlapping(unit, definition, roster))
        told = office.read(lambda unit: _difference(unit, definition, roster))
        for line in told:
            say(line)
        if told and not agreed:
            say(texts.NOT_AGREED)
            return 1
        changed = office.write(lambda unit: load_campaign(unit, definition, roster))
    say(texts.campaign_loaded(definition.title, roster.counties, changed=changed))
    _say_doubts(roster)
    return 0


def _difference(unit: Unit, definition: Definition, roster: Roster) -> list[str]:
    """Return what loading would change of a campaign that is loaded; nothing for a new one."""
    if definition.id not in unit.campaigns.all():
        return []
    changes = rule_changes(unit.campaigns.plan(definition.id), definition, unit.now)
    people = unit.people
    pairs = roster_changes(roster, people.pairings(definition.id), people.counties(definition.id))
    return [*change_lines(changes), *texts.roster_difference(pairs)]
