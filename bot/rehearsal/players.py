"""What people do: write, edit, press, send pictures, files, places, block the bot, bring it into a group."""

import secrets

from bot.rehearsal import keyboards, membership, refusals, spans, topics, wording
from bot.rehearsal.errors import PlayError
from bot.rehearsal.files import Upload
from bot.rehearsal.stage import Stage
from bot.rehearsal.store import Json


def say(
    stage: Stage, person: int, chat: int, text: str, *, reply_to: int | None = None, topic: int | None = None
) -> Json:
    """Write a message, as a Telegram client would send it: tabs become spaces, long texts several messages.

    Raises:
        PlayError: there is nothing to send, or the person cannot write there.
    """
    if topic is not None and topic not in stage.cast.topics(chat):
        raise PlayError("no_topic", f"There is no topic {topic} in {chat}.")
    tidied = spans.tidy(spans.Formatted(text)).text
    pieces = spans.split(tidied, refusals.MESSAGE_LENGTH)
    if not pieces:
        raise PlayError("empty", "There is nothing to send.")
    place = topics.within(topic)
    sent = [_send(stage, person, chat, wording.typed(piece) | place, reply_to) for piece in pieces]
    return _receipt(sent)


def send_photo(
    stage: Stage, person: int, chat: int, upload: Upload, *, caption: str, reply_to: int | None, album: str
) -> Json:
    """Send a picture, as a part of an album if that is named."""
    content = {"photo": [stage.shelf.keep_photo(upload)], **_around(caption, album)}
    return _receipt([_send(stage, person, chat, content, reply_to)])


def send_document(
    stage: Stage, person: int, chat: int, upload: Upload, *, caption: str, reply_to: int | None, album: str
) -> Json:
    """Send a file, as a part of an album if that is named."""
    content = {"document": stage.shelf.keep_document(upload), **_around(caption, album)}
    return _receipt([_send(stage, person, chat, content, reply_to)])


def send_voice(
    stage: Stage, person: int, chat: int, upload: Upload, *, caption: str, reply_to: int | None, album: str
) -> Json:
    """Send a recording."""
    content = {"voice": stage.shelf.keep_voice(upload), **_around(caption, album)}
    return _receipt([_send(stage, person, chat, content, reply_to)])


def send_video(
    stage: Stage, person: int, chat: int, upload: Upload, *, caption: str, reply_to: int | None, album: str
) -> Json:
    """Send a film, as a part of an album if that is named."""
    content = {"video": stage.shelf.keep_video(upload), **_around(caption, album)}
    return _receipt([_send(stage, person, chat, content, reply_to)])


def send_video_note(
    stage: Stage, person: int, chat: int, upload: Upload, *, caption: str, reply_to: int | None, album: str
) -> Json:
    """Send a round film; it has no caption and no album."""
    del caption, album
    return _receipt(
        [_send(stage, person, chat, {"video_note": stage.shelf.keep_video_note(upload)}, reply_to)]
    )


def _around(caption: str, album: str) -> Json:
    """What goes with a file: its caption, and the album that it is a part of."""
    return wording.typed_caption(caption) | ({"media_group_id": album} if album else {})


def send_location(stage: Stage, person: int, chat: int, latitude: float, longitude: float) -> Json:
    """Send where one is."""
    place = {"location": {"latitude": latitude, "longitude": longitude}}
    return _receipt([_send(stage, person, chat, place, None)])


def _receipt(sent: list[tuple[int, int | None]]) -> Json:
    ids = [message_id for message_id, _ in sent]
    updates = [update_id for _, update_id in sent if update_id is not None]
    return {"message_id": ids[-1], "message_ids": ids, "update_ids": updates}


def _send(
    stage: Stage, person: int, chat_id: int, content: Json, reply_to: int | None
) -> tuple[int, int | None]:
    chat = _own_chat(stage, person, chat_id)
    stage.cast.start(person)
    body = stage.post(chat, person, content | _reply(stage, chat_id, reply_to))
    return body["message_id"], _deliver(stage, chat, "message", body)


def _own_chat(stage: Stage, person: int, chat_id: int) -> Json:
    """The Chat, if the person may write there."""
    row = stage.cast.person(person)
    if row is None:
        raise PlayError("no_person", f"Nobody has the id {person}.")
    if chat_id > 0 and chat_id != person:
        raise PlayError("not_yours", "A person writes only in the own chat with the bot and in groups.")
    if chat_id > 0 and row["blocked"]:
        raise PlayError("blocked", "This person has blocked the bot.")
    if chat_id < 0 and not stage.cast.is_member(chat_id, person):
        raise PlayError("not_member", "This person is not in the group.")
    return stage.cast.chat(chat_id)


def _reply(stage: Stage, chat_id: int, reply_to: int | None) -> Json:
    answered = stage.messages.get(chat_id, reply_to) if reply_to is not None else None
    if answered is None:
        return {}
    return {"reply_to_message": {key: value for key, value in answered.items() if key != "reply_to_message"}}


def _deliver(stage: Stage, chat: Json, kind: str, body: Json) -> int | None:
    """Queue an update, if the bot is there to see it."""
    room = stage.cast.room(chat["id"])
    if room is not None and room["bot_status"] not in {"member", "restricted"}:
        return None
    return stage.pending.push(kind, body)


def edit(stage: Stage, person: int, chat_id: int, message_id: int, text: str) -> Json:
    """Change an own message's text or caption.

    Raises:
        PlayError: it is not the person's message, or nothing would change.
    """
    chat = _own_chat(stage, person, chat_id)
    body = stage.messages.get(chat_id, message_id)
    if body is None or body["from"]["id"] != person:
        raise PlayError("not_yours", "Only an own message can be edited.")
    tidied = spans.tidy(spans.Formatted(text)).text[: refusals.MESSAGE_LENGTH]
    words = wording.typed(tidied) if "text" in body else wording.typed_caption(tidied)
    if not tidied or words == {key: body[key] for key in words if key in body}:
        raise PlayError("unchanged", "The message would be empty or the same.")
    dropped = {"text", "entities", "caption", "caption_entities"}
    changed = stage.change({key: value for key, value in body.items() if key not in dropped} | words)
    return _receipt([(message_id, _deliver(stage, chat, "edited_message", changed))])


def press(stage: Stage, person: int, chat: int, message_id: int, data: str, *, stale: bool = False) -> Json:
    """Press an inline button; `stale`: on a device that has not seen yet that it is gone.

    Raises:
        PlayError: no such button is there any more.
    """
    place = _own_chat(stage, person, chat)
    body = stage.messages.get(chat, message_id)
    if body is None or not (stale or keyboards.has_button(body, data)):
        raise PlayError("no_button", "This button is gone.")
    callback_id = str(secrets.randbits(62))
    stage.store.run(
        "insert into press (callback_id, person_id, chat_id, message_id, at) values (?, ?, ?, ?, ?)",
        *(callback_id, person, chat, message_id, stage.real_now()),
    )
    query = {
        "id": callback_id,
        "from": stage.cast.user(person),
        "message": body,
        "chat_instance": str(abs(chat)),
        "data": data,
    }
    update_id = _deliver(stage, place, "callback_query", query)
    return {"callback_id": callback_id, "update_ids": [] if update_id is None else [update_id]}


def block(stage: Stage, person: int, blocked: bool) -> Json:
    """Block the bot, or let it in again."""
    chat = stage.cast.chat(person)
    before = membership.member(stage.cast, chat, stage.cast.bot_id)
    stage.cast.block(person, blocked)
    return _moved(membership.announce(stage, chat, before, person))


def bring_bot(stage: Stage, person: int, chat_id: int, present: bool) -> Json:
    """Bring the bot into a group or remove it.

    Raises:
        PlayError: the person is not in the group.
    """
    chat = _own_chat(stage, person, chat_id)
    update_id = membership.move_bot(stage, chat, "member" if present else "kicked", person)
    if update_id is None or not present:
        return _moved(update_id)
    body = stage.post(chat, person, {"new_chat_members": [stage.cast.me()]})
    following = stage.pending.push("message", body)
    return {"update_ids": [number for number in (update_id, following) if number is not None]}


def silence_bot(stage: Stage, person: int, chat_id: int, silenced: bool) -> Json:
    """Take the right to write in a group from the bot, or give it back.

    Raises:
        PlayError: the person is not in the group.
    """
    chat = _own_chat(stage, person, chat_id)
    return _moved(membership.move_bot(stage, chat, "restricted" if silenced else "member", person))


def _moved(update_id: int | None) -> Json:
    return {"update_ids": [] if update_id is None else [update_id]}


def upgrade(stage: Stage, chat_id: int) -> Json:
    """Turn a basic group into a supergroup with another id, with the messages that tell of it."""
    old = stage.cast.chat(chat_id)
    new_id = stage.cast.upgrade(chat_id)
    new = stage.cast.chat(new_id)
    owner = next(row["id"] for row in stage.cast.members(new_id) if row["owner"])
    farewell = stage.post(old, owner, {"migrate_to_chat_id": new_id})
    welcome = stage.post(new, owner, {"migrate_from_chat_id": chat_id})
    updates = [_deliver(stage, chat, "message", body) for chat, body in ((old, farewell), (new, welcome))]
    stage.events.tell("world")
    return {"chat": new_id, "update_ids": [number for number in updates if number is not None]}
