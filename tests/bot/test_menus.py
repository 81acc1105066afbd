"""The menus of commands are offered once after the start, and never in the way of the first updates."""

import json
from functools import partial
from pathlib import Path

from bot.app import build_app
from campaign.actions.invites import issue_invite
from campaign.vocabulary import Role
from handlers.commands import COMMANDS, Audience
from storage import Unit
from tests.bot.plays import QUICK, playing, settings_for
from tests.bot.stores import CAMPAIGN, Templates, opened
from tests.rehearsal_client import Rehearsal, rehearsing
from tests.rehearsal_world import ADMIN, ANNA, NEWCOMER, small_world

PRIVATE = [command.word for command in COMMANDS if command.audience is not Audience.ADMIN]


async def menus(rehearsal: Rehearsal) -> dict[str, list[str]]:
    """The commands that were set, by scope."""
    found = {}
    for call in await rehearsal.calls("setMyCommands"):
        scope, commands = (json.loads(call["params"][name]) for name in ("scope", "commands"))
        found[f"{scope['type']} {scope.get('chat_id', '')}".strip()] = [c["command"] for c in commands]
    return found


async def test_everybody_finds_his_commands_in_the_menu(templates: Templates, tmp_path: Path) -> None:
    async with playing(tmp_path, templates.sqlite(), flood=False) as play:
        await play.player(ANNA).ask("/my")
        await play.player(ANNA).ask("/help")
        assert await menus(play.rehearsal) == {
            "all_private_chats": PRIVATE,
            "all_group_chats": [c.word for c in COMMANDS if c.audience is Audience.EVERYBODY],
            f"chat {ADMIN}": [command.word for command in COMMANDS],
        }


async def test_a_new_admin_finds_his_menu_at_once(templates: Templates, tmp_path: Path) -> None:
    url = templates.sqlite()
    async with playing(tmp_path, url, flood=False) as play:
        await play.player(ANNA).ask("/my")
        code = "ABCDEFGH23"
        at = await play.rehearsal.clock.now()
        database = opened(url)
        database.write(partial(invite_admin, code=code), at)
        database.close()
        assert "您好" in (await play.player(NEWCOMER).ask(f"/start {code}")).text
        await play.player(NEWCOMER).ask("/help")
        assert (await menus(play.rehearsal))[f"chat {NEWCOMER}"] == [command.word for command in COMMANDS]


def invite_admin(unit: Unit, code: str) -> None:
    admin = unit.people.add_admin(CAMPAIGN, "演示管理员二")
    issue_invite(unit, CAMPAIGN, admin, (Role.ADMIN,), code)


async def test_without_menus_the_bot_works_all_the_same(templates: Templates, tmp_path: Path) -> None:
    async with rehearsing(tmp_path, small_world(flood=False)) as rehearsal:
        await rehearsal.fault("setMyCommands", "429", seconds=900)
        async with build_app(settings_for(rehearsal.url, templates.sqlite()), rehearsal.url, QUICK).running():
            for _ in range(2):
                assert (await rehearsal.player(ANNA).ask("/my")).text.startswith("我联系的县")
        assert await menus(rehearsal) == {"all_private_chats": PRIVATE}
