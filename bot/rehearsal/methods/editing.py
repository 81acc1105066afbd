"""editMessage..., deleteMessage, setMessageReaction."""

from bot.rehearsal import keyboards, refusals, wording
from bot.rehearsal.incoming import Call
from bot.rehearsal.methods.media import document, photo
from bot.rehearsal.stage import Stage
from bot.rehearsal.store import Json

_SHOWN = ("text", "entities", "caption", "caption_entities", "photo", "document", "reply_markup")
_DELETABLE_SECONDS = 48 * 3600


def edit_text(stage: Stage, call: Call) -> Json:
    """Replace a text; a message with media has none."""
    body = _own(stage, call)
    if "text" not in body:
        raise refusals.bad_request("there is no text in the message to edit")
    return _change(stage, call, body, ("text", "entities"), wording.text(call.params))


def edit_caption(stage: Stage, call: Call) -> Json:
    """Replace a caption; a text message has none."""
    body = _own(stage, call)
    if "text" in body:
        raise refusals.bad_request("there is no caption in the message to edit")
    return _change(stage, call, body, ("caption", "caption_entities"), wording.caption(call.params))


def edit_media(stage: Stage, call: Call) -> Json:
    """Replace picture or file, and the caption with it."""
    body = _own(stage, call)
    item = call.params["media"]
    if item["type"] not in {"photo", "document"}:
        raise refusals.bad_request(f"media of type {item['type']} is not rehearsed")
    if item["type"] == "photo":
        content: Json = {"photo": [photo(stage, call, item["media"])]}
    else:
        content = {"document": document(stage, call, item["media"])}
    dropped = ("text", "entities", "caption", "caption_entities", "photo", "document")
    return _change(stage, call, body, dropped, content | wording.caption(item))


def edit_markup(stage: Stage, call: Call) -> Json:
    """Replace the inline keyboard, or take it away."""
    return _change(stage, call, _own(stage, call), (), {})


def _own(stage: Stage, call: Call) -> Json:
    """The bot's message that is meant."""
    if "inline_message_id" in call.params:
        raise refusals.bad_request("MESSAGE_ID_INVALID")
    if "chat_id" not in call.params:
        raise refusals.bad_request("chat_id is empty")
    if "message_id" not in call.params:
        raise refusals.bad_request("message identifier is not specified")
    chat = stage.reachable(call.params["chat_id"])
    body = stage.messages.get(chat["id"], call.params["message_id"])
    if body is None:
        raise refusals.bad_request("message to edit not found")
    if body["from"]["id"] != stage.cast.bot_id:
        raise refusals.bad_request("message can't be edited")
    return body


def _change(stage: Stage, call: Call, body: Json, dropped: tuple[str, ...], content: Json) -> Json:
    kept = {key: value for key, value in body.items() if key not in {*dropped, "reply_markup"}}
    changed = kept | content | keyboards.inline(call.params.get("reply_markup"))
    if _shown(changed) == _shown(body):
        raise refusals.not_modified()
    return stage.change(changed)


def _shown(body: Json) -> Json:
    return {key: body[key] for key in _SHOWN if key in body}


def delete_message(stage: Stage, call: Call) -> bool:
    """Delete the bot's own message, or a person's in a private chat; within 48 hours."""
    chat = stage.reachable(call.params["chat_id"])
    body = stage.messages.get(chat["id"], call.params["message_id"])
    if body is None:
        raise refusals.bad_request("message to delete not found")
    own = body["from"]["id"] == stage.cast.bot_id
    too_old = stage.now() - body["date"] > _DELETABLE_SECONDS
    if too_old or not (own or chat["type"] == "private"):
        raise refusals.bad_request("message can't be deleted")
    stage.messages.delete(chat["id"], body["message_id"])
    stage.events.tell("deleted", chat=chat["id"], message_id=body["message_id"])
    return True


def set_reaction(stage: Stage, call: Call) -> bool:
    """Show the bot's reaction (ordinary emoji only) below a message."""
    chat = stage.reachable(call.params["chat_id"])
    body = stage.messages.get(chat["id"], call.params["message_id"])
    if body is None:
        raise refusals.bad_request("message to react not found")
    wanted = call.params.get("reaction") or []
    if len(wanted) > 1 or any(reaction["type"] != "emoji" for reaction in wanted):
        raise refusals.bad_request("REACTION_INVALID")
    emoji = [reaction["emoji"] for reaction in wanted]
    stage.events.tell("reaction", chat=chat["id"], message_id=body["message_id"], emoji=emoji)
    return True
