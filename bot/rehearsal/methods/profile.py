"""getMe, the command menu, descriptions, the menu button."""

import json
import re

from bot.rehearsal import refusals
from bot.rehearsal.incoming import Call
from bot.rehearsal.stage import Stage
from bot.rehearsal.store import Json

_COMMAND = re.compile(r"[a-z0-9_]{1,32}$")
_MOST_COMMANDS = 100
_ABILITIES = {
    "can_join_groups": True,
    "can_read_all_group_messages": True,
    "supports_inline_queries": False,
    "can_connect_to_business": False,
    "has_main_web_app": False,
}


def get_me(stage: Stage, _: Call) -> Json:
    """The bot and its abilities."""
    return stage.cast.me() | _ABILITIES


def _scope(call: Call) -> str:
    scope = call.get("scope") or {"type": "default"}
    return json.dumps([scope, call.get("language_code", "")], sort_keys=True)


def set_commands(stage: Stage, call: Call) -> bool:
    """Replace the commands of a scope."""
    commands = call.params["commands"]
    if len(commands) > _MOST_COMMANDS:
        raise refusals.bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not _COMMAND.match(command["command"].removeprefix("/")):
            raise refusals.bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= 256:
            raise refusals.bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return _keep_commands(stage, _scope(call), commands)


def get_commands(stage: Stage, call: Call) -> list[Json]:
    """The commands of a scope."""
    found: list[Json] = stage.store.note("commands", {}).get(_scope(call), [])
    return found


def delete_commands(stage: Stage, call: Call) -> bool:
    """Forget the commands of a scope."""
    return _keep_commands(stage, _scope(call), [])


def _keep_commands(stage: Stage, scope: str, commands: list[Json]) -> bool:
    bare = [c | {"command": c["command"].removeprefix("/")} for c in commands]
    stage.store.keep("commands", stage.store.note("commands", {}) | {scope: bare})
    stage.events.tell("commands")
    return True


def commands_for(stage: Stage, chat_id: int, person_id: int) -> list[Json]:
    """The menu that a person sees in a chat: the narrowest scope that has any commands."""
    kept = stage.store.note("commands", {})
    everywhere = "all_private_chats" if chat_id > 0 else "all_group_chats"
    scopes: list[Json] = [
        {"type": "chat_member", "chat_id": chat_id, "user_id": person_id},
        {"type": "chat", "chat_id": chat_id},
        {"type": everywhere},
        {"type": "default"},
    ]
    for scope in scopes:
        for language in ("zh", ""):
            found: list[Json] = kept.get(json.dumps([scope, language], sort_keys=True), [])
            if found:
                return found
    return []


def set_description(stage: Stage, call: Call) -> bool:
    """What an empty chat with the bot shows."""
    return _keep_text(stage, "description", call.get("description", ""), 512)


def set_short_description(stage: Stage, call: Call) -> bool:
    """What the bot's profile shows."""
    return _keep_text(stage, "short_description", call.get("short_description", ""), 120)


def _keep_text(stage: Stage, key: str, text: str, most: int) -> bool:
    if len(text) > most:
        raise refusals.bad_request(f"{key.replace('_', ' ')} is too long")
    stage.store.keep(key, text)
    return True


def get_description(stage: Stage, _: Call) -> Json:
    """The description."""
    return {"description": stage.store.note("description", "")}


def get_short_description(stage: Stage, _: Call) -> Json:
    """The short description."""
    return {"short_description": stage.store.note("short_description", "")}


def set_menu_button(stage: Stage, call: Call) -> bool:
    """Which button stands left of the input field; the page always shows the commands."""
    stage.store.keep("menu_button", call.get("menu_button") or {"type": "default"})
    return True


def get_menu_button(stage: Stage, _: Call) -> Json:
    """The menu button."""
    button: Json = stage.store.note("menu_button", {"type": "default"})
    return button
