"""Messages as the page and the tests see them: safe HTML, campaign time, links to files."""

from bot.rehearsal.clock import Clock
from bot.rehearsal.render import to_html
from bot.rehearsal.store import Json

_EXCERPT = 80


def message(clock: Clock, body: Json) -> Json:
    """One Message as a view.

    Keys: id, chat, from {id, name, bot}, date (real, Unix seconds), campaign (ISO), text, html, buttons (rows
    of {text, data or url}), edited; where they apply photo, document, location, reply_to, album, service.
    """
    text: str = body.get("text") or body.get("caption") or ""
    entities: list[Json] = body.get("entities") or body.get("caption_entities") or []
    view = {
        "id": body["message_id"],
        "chat": body["chat"]["id"],
        "from": _sender(body["from"]),
        "date": body["date"],
        "campaign": clock.of_message(body["date"]).isoformat(),
        "text": text,
        "html": to_html(text, entities),
        "buttons": _buttons(body),
        "edited": "edit_date" in body,
    }
    return view | _media(body) | _context(body)


def _sender(user: Json) -> Json:
    return {"id": user["id"], "name": user["first_name"], "bot": user["is_bot"]}


def _buttons(body: Json) -> list[list[Json]]:
    rows = body.get("reply_markup", {}).get("inline_keyboard", [])
    return [[_button(button) for button in row] for row in rows]


def _button(button: Json) -> Json:
    copied = button.get("copy_text", {}).get("text")
    known = {
        "text": button["text"],
        "data": button.get("callback_data"),
        "url": button.get("url"),
        "copy": copied,
    }
    return {key: value for key, value in known.items() if value is not None}


def _media(body: Json) -> Json:
    found: Json = {}
    if "photo" in body:
        biggest = body["photo"][-1]
        found["photo"] = _file(biggest) | {"width": biggest["width"], "height": biggest["height"]}
    if "document" in body:
        document = body["document"]
        found["document"] = _file(document) | {"name": document["file_name"], "mime": document["mime_type"]}
    if "voice" in body:
        found["document"] = _file(body["voice"]) | {"name": "voice.ogg", "mime": body["voice"]["mime_type"]}
    for film in ("video", "video_note"):
        if film in body:
            found["document"] = _file(body[film]) | {"name": f"{film}.mp4", "mime": "video/mp4"}
    if "location" in body:
        found["location"] = body["location"]
    return found


def _file(file: Json) -> Json:
    return {"url": f"/rehearsal/files/{file['file_unique_id']}", "size": file["file_size"]}


def _context(body: Json) -> Json:
    found: Json = {}
    if "reply_to_message" in body:
        answered = body["reply_to_message"]
        words = answered.get("text", answered.get("caption", ""))
        found["reply_to"] = {
            "id": answered["message_id"],
            "name": answered["from"]["first_name"],
            "text": words[:_EXCERPT],
        }
    if "media_group_id" in body:
        found["album"] = body["media_group_id"]
    for service in ("new_chat_members", "left_chat_member", "migrate_to_chat_id", "migrate_from_chat_id"):
        if service in body:
            found["service"] = service
    return found
