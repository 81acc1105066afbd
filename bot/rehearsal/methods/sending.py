"""sendMessage, sendPhoto and what else is sent, sendMediaGroup, sendChatAction, copy and forward."""

import secrets

from bot.rehearsal import keyboards, refusals, topics, wording
from bot.rehearsal.incoming import Call
from bot.rehearsal.methods.media import document, photo, video, video_note, voice
from bot.rehearsal.stage import Stage
from bot.rehearsal.store import Json

_ACTIONS = {"typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
            "upload_document", "choose_sticker", "find_location", "record_video_note",
            "upload_video_note"}  # fmt: skip
_COPIED = ("text", "entities", "caption", "caption_entities", "photo", "video", "document", "location")


def send_message(stage: Stage, call: Call) -> Json:
    """Send a text."""
    chat = stage.reachable(call.params["chat_id"])
    shown = {key: value for key, value in call.params.items() if key == "link_preview_options"}
    return _send(stage, call, chat, wording.text(call.params) | shown)


def send_photo(stage: Stage, call: Call) -> Json:
    """Send a picture with a caption."""
    chat = stage.reachable(call.params["chat_id"])
    caption = wording.caption(call.params)
    return _send(stage, call, chat, {"photo": [photo(stage, call, call.params["photo"])], **caption})


def send_document(stage: Stage, call: Call) -> Json:
    """Send a file with a caption."""
    chat = stage.reachable(call.params["chat_id"])
    caption = wording.caption(call.params)
    return _send(stage, call, chat, {"document": document(stage, call, call.params["document"]), **caption})


def send_voice(stage: Stage, call: Call) -> Json:
    """Send a recording with a caption."""
    chat = stage.reachable(call.params["chat_id"])
    caption = wording.caption(call.params)
    return _send(stage, call, chat, {"voice": voice(stage, call, call.params["voice"]), **caption})


def send_video(stage: Stage, call: Call) -> Json:
    """Send a film with a caption."""
    chat = stage.reachable(call.params["chat_id"])
    caption = wording.caption(call.params)
    return _send(stage, call, chat, {"video": video(stage, call, call.params["video"]), **caption})


def send_video_note(stage: Stage, call: Call) -> Json:
    """Send a round film."""
    chat = stage.reachable(call.params["chat_id"])
    return _send(stage, call, chat, {"video_note": video_note(stage, call, call.params["video_note"])})


def send_location(stage: Stage, call: Call) -> Json:
    """Send a point on the map."""
    chat = stage.reachable(call.params["chat_id"])
    place = {"latitude": call.params["latitude"], "longitude": call.params["longitude"]}
    return _send(stage, call, chat, {"location": place})


def send_media_group(stage: Stage, call: Call) -> list[Json]:
    """Send 2 to 10 pictures, or as many files, as one album."""
    chat = stage.reachable(call.params["chat_id"])
    media = call.params["media"]
    if not 2 <= len(media) <= 10:
        raise refusals.bad_request("there must be 2-10 items in the media group")
    contents = [_album_item(stage, call, item) for item in media]
    common = _context(stage, call, chat) | {"media_group_id": str(secrets.randbits(60))}
    stage.pace(chat["id"], len(media))
    return [stage.post(chat, stage.cast.bot_id, common | content) for content in contents]


def _album_item(stage: Stage, call: Call, item: Json) -> Json:
    if item["type"] == "photo":
        return {"photo": [photo(stage, call, item["media"])], **wording.caption(item)}
    if item["type"] == "video":
        return {"video": video(stage, call, item["media"]), **wording.caption(item)}
    if item["type"] == "document":
        return {"document": document(stage, call, item["media"]), **wording.caption(item)}
    raise refusals.bad_request(f"media of type {item['type']} is not rehearsed")


def send_chat_action(stage: Stage, call: Call) -> bool:
    """Show that the bot is at work."""
    chat = stage.reachable(call.params["chat_id"])
    if call.params["action"] not in _ACTIONS:
        raise refusals.bad_request("wrong parameter action in request")
    stage.events.tell("action", chat=chat["id"], action=call.params["action"])
    return True


def copy_message(stage: Stage, call: Call) -> Json:
    """Send a message's content again."""
    return {"message_id": _send(stage, call, *_again(stage, call, "copy"))["message_id"]}


def forward_message(stage: Stage, call: Call) -> Json:
    """Send a message on, naming its author."""
    chat, content = _again(stage, call, "forward")
    original = stage.messages.get(call.params["from_chat_id"], call.params["message_id"]) or {}
    origin = {"type": "user", "date": original["date"], "sender_user": original["from"]}
    return _send(stage, call, chat, content | {"forward_origin": origin})


def _again(stage: Stage, call: Call, verb: str) -> tuple[Json, Json]:
    chat = stage.reachable(call.params["chat_id"])
    source = stage.reachable(call.params["from_chat_id"])
    original = stage.messages.get(source["id"], call.params["message_id"])
    if original is None:
        raise refusals.bad_request(f"message to {verb} not found")
    return chat, {key: original[key] for key in _COPIED if key in original}


def _send(stage: Stage, call: Call, chat: Json, content: Json) -> Json:
    markup = call.params.get("reply_markup")
    around = _context(stage, call, chat) | keyboards.inline(markup)
    stage.pace(chat["id"])
    body = stage.post(chat, stage.cast.bot_id, content | around)
    below = keyboards.below(markup)
    if below is not None:
        stage.store.keep(f"keyboard:{chat['id']}", below)
        stage.events.tell("keyboard", chat=chat["id"], keyboard=below)
    return body


def _context(stage: Stage, call: Call, chat: Json) -> Json:
    """What the message answers, its topic, and whether it is protected."""
    topic = call.params.get("message_thread_id")
    if topic is not None and topic not in stage.cast.topics(chat["id"]):
        raise refusals.bad_request("message thread not found")
    around: Json = topics.within(topic)
    around |= {"has_protected_content": True} if call.params.get("protect_content") else {}
    reply = call.params.get("reply_parameters") or {"message_id": call.params.get("reply_to_message_id")}
    if reply.get("message_id") is None:
        return around
    answered = stage.messages.get(chat["id"], reply["message_id"])
    if answered is not None:
        bare = {key: value for key, value in answered.items() if key != "reply_to_message"}
        return around | {"reply_to_message": bare}
    if reply.get("allow_sending_without_reply") or call.params.get("allow_sending_without_reply"):
        return around
    raise refusals.bad_request("message to be replied not found")
