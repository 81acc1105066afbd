"""The first week of thirty people and two groups, with three restarts and an hour without Telegram.

What is played and what is expected stands in data/first_week; the figures at its end were counted by hand.
"""

import io
import json
import re
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.campaign_files import read_campaign
from bot.load import load_campaign
from bot.settings import Settings
from campaign.vocabulary import Role
from handlers.commands import COMMANDS
from storage import Unit
from storage.migrate import upgrade
from tests.bot.hooked import SECRET, webhook_settings
from tests.bot.plays import UNPACED, settings_for
from tests.bot.scripted import Prompter, theatre, write_down
from tests.bot.scripts import Step, Troupe, read_script, read_troupe
from tests.bot.stores import BOT, CAMPAIGN, ask, opened
from tests.rehearsal_answers import Json
from tests.rehearsal_client import rehearsing
from tests.rehearsal_world import small_world

SCRIPT = Path(__file__).parent / "data" / "first_week"
START = datetime.fromisoformat("2023-02-20T08:30:00+08:00")
DIGEST = "【演示】双月调度"
# A screen that is shown once more as it stands, and the poll of the bot before that is not over yet.
KNOWN_REFUSALS = ("400 Bad Request: message is not modified", "409 Conflict")
_CHINESE = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]|\\\\u[4-9]")
KINDS = {"says", "edits", "photo", "album", "document", "voice", "place", "reply", "room"}
Wiring = Callable[[str, str], Settings]


def prepare(url: str) -> str:
    """Load the campaign on the day before, and bind those whom the script calls bound."""
    upgrade(url)
    database = opened(url)
    database.write(lambda unit: _load(unit, read_troupe(SCRIPT)), START - timedelta(days=1))
    database.close()
    return url


def _load(unit: Unit, troupe: Troupe) -> None:
    load_campaign(unit, *read_campaign(CAMPAIGN))
    for role in troupe.people.values():
        if role.bound and role.roster:
            admin = role.role == "管理员"
            person = (unit.people.add_admin if admin else unit.people.person)(CAMPAIGN, role.roster)
            unit.people.bind(role.id, CAMPAIGN, person.id, (Role.ADMIN,) if admin else (), unit.now)


async def play_week(folder: Path, url: str, wiring: Wiring = settings_for) -> Prompter:
    """Play the whole script and look at the groups at its end."""
    troupe = read_troupe(SCRIPT)
    async with (
        rehearsing(folder, troupe.world(small_world().token, START)) as rehearsal,
        theatre(rehearsal, wiring(rehearsal.url, url), UNPACED) as house,
    ):
        prompter = Prompter(house, troupe)
        await prompter.play(read_script(SCRIPT))
        write_down(folder, prompter)
        assert not prompter.faults, prompter.story()
        posted = [text for _, text, _ in await prompter.player("管理员", "专班群").transcript()]
        assert [text.startswith(DIGEST) for text in posted].count(True) == 2  # the text and its picture
        assert_well_said(await rehearsal.calls(), read_script(SCRIPT))
        refused = await prompter.player("干事甲", "交流群").messages()
        assert not [view for view in refused if view["from"]["bot"]]
        return prompter


def assert_well_said(calls: Sequence[Json], script: Sequence[Step]) -> None:
    """Telegram refused nothing that the bot could have known of, and each press was answered."""
    refused = {call["outcome"] for call in calls} - {"ok", "502"}
    assert not [words for words in refused if not words.startswith(KNOWN_REFUSALS)]
    presses = sum(1 + step.twice for step in script if step.presses)
    answered = [call for call in calls if call["method"] == "answerCallbackQuery" and call["outcome"] == "ok"]
    assert len(answered) == presses


def assert_nothing_left(url: str) -> None:
    """Nothing waits to be answered or sent."""
    end = START + timedelta(days=8)
    assert ask(url, lambda unit: (unit.inbox.depth(BOT), unit.outbox.depth()), end) == (0, 0)


def assert_calm_and_silent(log: str) -> None:
    """No errors, and nothing that anybody typed, and no secret."""
    lines = [json.loads(line) for line in log.splitlines()]
    assert lines
    assert not [line for line in lines if line["level"] in {"error", "critical"}]
    assert not [line for line in lines if line["event"] == "update_failed"]
    assert not [line for line in log.splitlines() if _CHINESE.search(line)]
    assert small_world().token.partition(":")[2] not in log
    assert SECRET not in log


def test_the_script_is_a_whole_week() -> None:
    troupe, script = read_troupe(SCRIPT), read_script(SCRIPT)
    assert (len(troupe.people), len(troupe.rooms)) == (30, 2)
    sent = [step for step in script if step.message]
    assert len(sent) >= 200
    assert {kind for kind in KINDS if any(getattr(step, kind) for step in sent)} == KINDS
    typed = "\n".join(step.says or "" for step in script)
    assert not [command.word for command in COMMANDS if f"/{command.word}" not in typed]
    assert [step.stage for step in script if step.stage in {"restart", "up"}] == ["restart", "restart", "up"]
    assert not [step for step in script if step.who and not _expects(step)]
    assert {step.who for step in script} - {""} == set(troupe.people)


def _expects(step: Step) -> bool:
    return bool(step.hears or step.lacks or step.quiet or step.waits)


@pytest.mark.long
@pytest.mark.parametrize("wiring", [settings_for, webhook_settings], ids=["polling", "webhook"])
async def test_the_first_week(tmp_path: Path, database_url: str, wiring: Wiring, logged: io.StringIO) -> None:
    await play_week(tmp_path, prepare(database_url), wiring)
    assert_nothing_left(database_url)
    assert_calm_and_silent(logged.getvalue())
