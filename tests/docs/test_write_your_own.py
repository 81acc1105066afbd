"""The page that leads from a plan to rules: its example is read, its commands exist, its words are fields."""

import re
from pathlib import Path

from bot.calendars import work_calendar
from bot.campaign_files import read_campaign
from bot.cli.parser import build_parser
from campaign.definition import Definition
from campaign.plan import Plan
from digests.rules.dates import date_lines
from tests.structure.sources import ROOT

PAGE = (ROOT / "docs" / "write-your-own.md").read_text("utf-8")


def block(kind: str) -> str:
    """The one block of a kind."""
    (found,) = re.findall(rf"^```{kind}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    return str(found)


def plan(folder: Path) -> Plan:
    """The example's files, as somebody would save them."""
    (folder / "campaign.yaml").write_text(block("yaml"), "utf-8")
    (folder / "roster.csv").write_text(block("csv"), "utf-8")
    definition, roster = read_campaign(str(folder))
    assert (roster.counties, roster.rows[1].liaison) == (4, "演示主席")
    return Plan(definition, work_calendar())


def test_the_example_is_read_without_a_fault(tmp_path: Path) -> None:
    definition = plan(tmp_path).definition
    assert [rule.id for rule in definition.quotas] == ["visits-quarterly", "once-by-june"]
    assert len(definition.phases) == 3
    assert definition.duties[0].count == 1


def test_the_dates_are_those_that_the_command_prints(tmp_path: Path) -> None:
    assert date_lines(plan(tmp_path)) == block("text").splitlines()


def test_every_command_on_the_page_is_one() -> None:
    commands = re.findall(r"^    liaison ([^#\n]+)", PAGE, re.MULTILINE)
    assert len(commands) >= 5
    for words in commands:
        assert build_parser().parse_args(words.split())


def test_every_part_of_a_definition_has_its_words_in_a_plan() -> None:
    rows = re.findall(r"^\| “?.+ \| (.+) \|$", PAGE, re.MULTILINE)
    named = {word for row in rows for word in re.findall(r"`(\w+)", row)}
    free = {"zone", "roster", "demo", "quiet_hours", "reminders", "working_days"}
    assert set(Definition.model_fields) - free - named == set()
