"""Updates waiting for the bot, as getUpdates serves them: numbered, kept until acknowledged, one poller."""

import asyncio
import json
from collections.abc import Sequence

from bot.rehearsal import refusals
from bot.rehearsal.events import Events
from bot.rehearsal.store import Json, Store

_NOT_BY_DEFAULT = {"chat_member", "message_reaction", "message_reaction_count"}
_SETTLED_KEPT = 5000
_PAUSE = 20.0


class Pending:
    """The queue. An update is stored in the transaction of whatever caused it."""

    def __init__(self, store: Store, events: Events) -> None:
        self._store = store
        self._events = events
        self._poller: asyncio.Event | None = None
        self._polled_at: float | None = None

    def seen_polling(self, now: float) -> None:
        """The bot has asked for updates."""
        self._polled_at = now

    def online(self, now: float) -> bool:
        """Whether the bot is waiting for updates, or was a moment ago."""
        return self._poller is not None or (self._polled_at is not None and now - self._polled_at < _PAUSE)

    def push(self, kind: str, body: Json) -> int | None:
        """Queue an update of a kind ("message"...); its id, or None if the bot declined the kind."""
        if not self._wanted(kind):
            return None
        text = json.dumps(body, ensure_ascii=False)
        update_id = self._store.run("insert into pending (kind, body) values (?, ?)", kind, text)
        self._events.tell("update", update_id=update_id, update=kind)
        return update_id

    def _wanted(self, kind: str) -> bool:
        allowed = self._store.note("allowed_updates") or []
        return kind in allowed if allowed else kind not in _NOT_BY_DEFAULT

    def allow(self, kinds: Sequence[str] | None) -> None:
        """Remember allowed_updates; None leaves them as they were."""
        if kinds is not None:
            self._store.keep("allowed_updates", list(kinds))

    def count(self) -> int:
        """How many updates wait."""
        found = self._store.row("select count(*) as waiting from pending")
        return 0 if found is None else int(found["waiting"])

    def acknowledge(self, offset: int | None) -> None:
        """Forget the updates below `offset`; a negative one keeps only that many of the last."""
        if not offset:
            return
        if offset > 0:
            self._store.run("delete from pending where update_id < ?", offset)
        else:
            self._store.run(
                "delete from pending where update_id not in "
                "(select update_id from pending order by update_id desc limit ?)",
                -offset,
            )

    def drop(self) -> None:
        """Forget all waiting updates."""
        self._store.run("delete from pending")

    def forget(self, update_id: int) -> None:
        """Forget one update: a webhook has taken it."""
        self._store.run("delete from pending where update_id = ?", update_id)

    def waiting(self, limit: int) -> list[Json]:
        """The oldest updates, as the Bot API hands them over."""
        rows = self._store.rows("select * from pending order by update_id limit ?", limit)
        return [{"update_id": row["update_id"], row["kind"]: json.loads(row["body"])} for row in rows]

    async def poll(self, limit: int, seconds: float) -> list[Json]:
        """The oldest updates, waiting up to `seconds` for a first one.

        Raises:
            RefusedError: 409, another poller came meanwhile.
        """
        if self._poller is not None:
            self._poller.set()
            self._events.tell("poller")
        mine = self._poller = asyncio.Event()
        try:
            await self._events.until(lambda: mine.is_set() or self.count() > 0, seconds)
            if mine.is_set():
                raise refusals.two_pollers()
            return self.waiting(limit)
        finally:
            if self._poller is mine:
                self._poller = None

    def settle(self, update_id: int) -> None:
        """The bot says that it has worked through an update."""
        with self._store.changing():
            self._store.run("insert or ignore into settled (update_id) values (?)", update_id)
            self._store.run("delete from settled where update_id < ?", update_id - _SETTLED_KEPT)
        self._events.tell("settled", update_id=update_id)

    def is_settled(self, update_id: int) -> bool:
        """Whether the bot has said so."""
        return self._store.row("select 1 from settled where update_id = ?", update_id) is not None
