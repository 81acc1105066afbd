"""Messages of all chats, kept in the Bot API's shape."""

import json
from collections.abc import Sequence

from bot.rehearsal.store import Json, Store

_BOX = "message_id:box"


class Messages:
    """Adds, finds, changes and deletes messages. Ids run per supergroup; all other chats share one count."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def _next_id(self, chat: Json) -> int:
        return self._store.count(f"message_id:{chat['id']}" if chat["type"] == "supergroup" else _BOX)

    def add(self, chat: Json, sender: Json, date: int, content: Json) -> Json:
        """Store a new message; it comes back as a Message.

        Args:
            chat: the Chat it is posted in.
            sender: the User who posts it.
            date: Unix seconds (real time).
            content: everything else: text, entities, photo, reply_markup...
        """
        body = {"message_id": self._next_id(chat), "from": sender, "chat": chat, "date": date, **content}
        self._store.run(
            "insert into message (chat_id, message_id, body) values (?, ?, ?)",
            *(chat["id"], body["message_id"], json.dumps(body, ensure_ascii=False)),
        )
        return body

    def get(self, chat_id: int, message_id: int) -> Json | None:
        """A message that is not deleted."""
        row = self._store.row(
            "select body from message where chat_id = ? and message_id = ? and deleted = 0",
            chat_id,
            message_id,
        )
        return None if row is None else dict(json.loads(row["body"]))

    def replace(self, body: Json) -> None:
        """Store a message's new content."""
        self._store.run(
            "update message set body = ? where chat_id = ? and message_id = ?",
            *(json.dumps(body, ensure_ascii=False), body["chat"]["id"], body["message_id"]),
        )

    def delete(self, chat_id: int, message_id: int) -> None:
        """Delete a message for everybody."""
        self._store.run(
            "update message set deleted = 1 where chat_id = ? and message_id = ?", chat_id, message_id
        )

    def listing(self, chat_id: int, before: int | None = None, limit: int = 200) -> list[Json]:
        """The newest messages of a chat (older than `before`), oldest first."""
        rows = self._store.rows(
            "select body from message where chat_id = ? and deleted = 0 and message_id < ? "
            "order by message_id desc limit ?",
            *(chat_id, before or 1 << 62, limit),
        )
        return [json.loads(row["body"]) for row in reversed(rows)]

    def last(self, chat_ids: Sequence[int]) -> dict[int, Json]:
        """The newest message of each chat that has one."""
        found = {chat_id: self.listing(chat_id, limit=1) for chat_id in chat_ids}
        return {chat_id: messages[0] for chat_id, messages in found.items() if messages}
