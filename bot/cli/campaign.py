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
from campaign.plan import Plan
from digests.rules.dates import date_lines


def run(arguments: Namespace) -> int:
    """Do one step."""
    steps = {"schema": _schema, "template": _template, "check": _check, "dates": _dates, "load": _load}
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
    if roster.doubts:
        say(texts.roster_doubts(roster.doubts))


def _dates(arguments: Namespace) -> None:
    definition, _ = read_campaign(arguments.file)
    for line in date_lines(Plan(definition, work_calendar())):
        say(line)


def _load(arguments: Namespace) -> None:
    definition, roster = read_campaign(arguments.file)
    with open_office() as office:
        changed = office.write(lambda unit: load_campaign(unit, definition, roster))
    say(texts.campaign_loaded(definition.title, roster.counties, changed=changed))
