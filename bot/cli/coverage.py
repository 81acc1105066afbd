"""`liaison coverage`: how every county stands."""

import json
from argparse import Namespace
from collections.abc import Iterator, Sequence
from datetime import datetime, time
from typing import Any
from unicodedata import east_asian_width

from bot.cli import texts
from bot.cli.office import open_office
from bot.cli.parser import moment_in
from bot.cli.terminal import say
from campaign.actions.views import campaign_standing
from campaign.definition import Definition
from campaign.standing import CampaignStanding, CountyStanding, standing
from storage import Unit

_LAST_MOMENT = time(23, 59, 59, 999_999)


def run(arguments: Namespace) -> int:
    """Show the campaign's standing now, or as it was known at a moment."""
    with open_office() as office:
        campaign_id = office.campaign(arguments.campaign)
        definition = office.read(lambda unit: unit.campaigns.plan(campaign_id)).definition
        if arguments.as_of:
            at = moment_in(arguments.as_of, definition.tz, _LAST_MOMENT)
            stand = office.read(lambda unit: standing_at(unit, campaign_id, at))
        else:
            at = office.now
            stand = office.read(lambda unit: campaign_standing(unit, campaign_id))
    at = at.astimezone(definition.tz)
    if arguments.json:
        say(json.dumps(as_data(definition, stand, at), ensure_ascii=False, indent=2))
    else:
        for line in texts.coverage_lead(definition.title, stand, at):
            say(line)
        for line in aligned([texts.COVERAGE_HEADS, *map(texts.coverage_row, stand.counties)]):
            say(line)
    return 0


def standing_at(unit: Unit, campaign_id: str, at: datetime) -> CampaignStanding:
    """Return how all counties stood, counting only what was known at a moment."""
    plan = unit.campaigns.plan(campaign_id)
    windows = plan.windows(plan.today(at))
    return standing(windows, unit.counts.by_county(campaign_id, windows, as_of=at))


def as_data(definition: Definition, stand: CampaignStanding, at: datetime) -> dict[str, Any]:
    """Return a standing as plain values; days are ISO dates, windows include both ends."""
    period, quota = stand.windows.period, stand.windows.quota
    return {
        "campaign": definition.id,
        "title": definition.title,
        "as_of": at.isoformat(timespec="seconds"),
        "window": {"first": period.first.isoformat(), "last": period.last.isoformat()},
        "quota": {
            "id": quota.rule.id,
            "name": quota.rule.name,
            "first": quota.days.first.isoformat(),
            "last": quota.days.last.isoformat(),
            "required": quota.required,
            "met": stand.met,
        },
        "uncovered_in_window": [row.counts.name for row in stand.uncovered_in_period],
        "never_contacted": [row.counts.name for row in stand.never],
        "counties": [_county(row) for row in stand.counties],
    }


def _county(row: CountyStanding) -> dict[str, Any]:
    counts = row.counts
    return {
        "county": counts.name,
        "prefecture": counts.prefecture,
        "liaison": counts.liaison,
        "contact_person": counts.contact_person,
        "state": row.state.value,
        "contacts": counts.contacts,
        "contacts_in_window": counts.period_contacts,
        "last_contact": counts.last_day.isoformat() if counts.last_day else None,
        "done": row.done,
        "required": row.required,
        "days_left": row.days_left,
    }


def aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield rows with their cells one below the other; Chinese characters are two columns wide."""
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def width(cell: str) -> int:
    """Return how many columns of a terminal a cell takes."""
    return sum(1 + (east_asian_width(letter) in {"W", "F"}) for letter in cell)
