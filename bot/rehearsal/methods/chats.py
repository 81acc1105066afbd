"""getChat, getChatMember, getChatAdministrators, getChatMemberCount, leaveChat."""

from bot.rehearsal import membership, refusals
from bot.rehearsal.incoming import Call
from bot.rehearsal.stage import Stage
from bot.rehearsal.store import Json

_GIFTS = {
    "unlimited_gifts": False,
    "limited_gifts": False,
    "unique_gifts": False,
    "premium_subscription": False,
    "gifts_from_channels": False,
}


def get_chat(stage: Stage, call: Call) -> Json:
    """All about a chat (ChatFullInfo)."""
    chat = stage.reachable(call.params["chat_id"])
    return chat | {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": _GIFTS}


def get_member(stage: Stage, call: Call) -> Json:
    """A person's standing in a chat."""
    chat = stage.reachable(call.params["chat_id"])
    user_id = call.params["user_id"]
    if user_id != stage.cast.bot_id and stage.cast.person(user_id) is None:
        raise refusals.bad_request("invalid user_id specified")
    return membership.member(stage.cast, chat, user_id)


def get_administrators(stage: Stage, call: Call) -> list[Json]:
    """The owner of a group."""
    chat = stage.reachable(call.params["chat_id"])
    if chat["type"] == "private":
        raise refusals.bad_request("there are no administrators in the private chat")
    owners = [row["id"] for row in stage.cast.members(chat["id"]) if row["owner"]]
    return [membership.member(stage.cast, chat, owner) for owner in owners]


def count_members(stage: Stage, call: Call) -> int:
    """How many are in the chat, the bot included."""
    chat = stage.reachable(call.params["chat_id"])
    return 2 if chat["type"] == "private" else len(stage.cast.members(chat["id"])) + 1


def leave_chat(stage: Stage, call: Call) -> bool:
    """The bot leaves a group of its own accord."""
    chat = stage.reachable(call.params["chat_id"])
    if chat["type"] == "private":
        raise refusals.bad_request("chat member status can't be changed in private chats")
    membership.move_bot(stage, chat, "left", stage.cast.bot_id)
    return True
