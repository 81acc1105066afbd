"""ChatMember objects, and the bot's comings and goings with the updates they cause."""

from bot.rehearsal.cast import BotStatus, Cast
from bot.rehearsal.stage import Stage
from bot.rehearsal.store import Json

_SENDING = "messages audios documents photos videos video_notes voice_notes polls other_messages"
_CHANGING = (
    "add_web_page_previews react_to_messages edit_tag change_info invite_users pin_messages manage_topics"
)
_RIGHTS = (*(f"can_send_{what}" for what in _SENDING.split()), *(f"can_{what}" for what in _CHANGING.split()))


def member(cast: Cast, chat: Json, user_id: int) -> Json:
    """A person's or the bot's standing in a chat, as a ChatMember."""
    if user_id == cast.bot_id:
        return _bot(cast, _bot_status(cast, chat))
    user = cast.user(user_id)
    if chat["type"] == "private":
        return {"status": "member" if user_id == chat["id"] else "left", "user": user}
    rows = [row for row in cast.members(chat["id"]) if row["id"] == user_id]
    if rows and rows[0]["owner"]:
        return {"status": "creator", "user": user, "is_anonymous": False}
    return {"status": "member" if rows else "left", "user": user}


def _bot_status(cast: Cast, chat: Json) -> str:
    if chat["type"] == "private":
        person = cast.person(chat["id"])
        return "kicked" if person is not None and person["blocked"] else "member"
    room = cast.room(chat["id"])
    status = "left" if room is None or room["bot_status"] == "never" else room["bot_status"]
    return str(status)


def _bot(cast: Cast, status: str) -> Json:
    more: Json = {"until_date": 0} if status == "kicked" else {}
    if status == "restricted":
        more = {"is_member": True, "until_date": 0, **dict.fromkeys(_RIGHTS, False)}
    return {"status": status, "user": cast.me(), **more}


def move_bot(stage: Stage, chat: Json, status: BotStatus, actor_id: int) -> int | None:
    """The bot's standing in a group changes; the my_chat_member update's id."""
    before = member(stage.cast, chat, stage.cast.bot_id)
    stage.cast.set_bot_status(chat["id"], status)
    return announce(stage, chat, before, actor_id)


def announce(stage: Stage, chat: Json, before: Json, actor_id: int) -> int | None:
    """Queue a my_chat_member update for what has just changed; None when nothing has."""
    after = member(stage.cast, chat, stage.cast.bot_id)
    if after == before:
        return None
    stage.events.tell("world")
    change = {
        "chat": chat,
        "from": stage.cast.user(actor_id),
        "date": stage.now(),
        "old_chat_member": before,
        "new_chat_member": after,
    }
    return stage.pending.push("my_chat_member", change)
