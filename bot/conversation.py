"""aiogram's conversation state in the store: one row a conversation, read once and written once an update."""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from contextvars import ContextVar
from copy import deepcopy
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey

from bot.threads import Threads
from storage import Unit

Cell = dict[str, Any]
"""What aiogram keeps under one destiny: `state` and `data`, either left out when empty."""
Row = dict[str, Cell]
FRESH_SECONDS = 60.0
REMEMBERED = 1_000


@dataclass(slots=True)
class Scratch:
    """The conversations that one update touched: row key to destinies to cells, and which rows changed."""

    rows: dict[str, Row] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)

    def write(self, unit: Unit) -> None:
        """Store every changed conversation; an empty one loses its row."""
        for key in sorted(self.changed):
            if row := {destiny: cell for destiny, cell in self.rows[key].items() if cell}:
                unit.conversations.put(key, None, row)
            else:
                unit.conversations.delete(key)


class Conversations(BaseStorage):
    """Works on the scratch of the update being handled; outside of one there is nothing to work on.

    What was committed a short while ago is remembered: nobody else writes these rows meanwhile.
    """

    def __init__(self, threads: Threads, elapsed: Callable[[], float] = monotonic) -> None:
        self._threads = threads
        self._elapsed = elapsed
        self._known: dict[str, tuple[float, Row]] = {}
        self._scratch: ContextVar[Scratch] = ContextVar("scratch")

    @asynccontextmanager
    async def update(self) -> AsyncIterator[Scratch]:
        """Give the update handled inside the block a scratch of its own."""
        token = self._scratch.set(scratch := Scratch())
        try:
            yield scratch
        finally:
            self._scratch.reset(token)

    def remember(self, scratch: Scratch) -> None:
        """Keep what an update left behind, once that is committed; the longest unused is forgotten."""
        now = self._elapsed()
        for key, row in scratch.rows.items():
            self._known.pop(key, None)
            self._known[key] = (now, row)
        while len(self._known) > REMEMBERED:
            del self._known[next(iter(self._known))]

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        """Set or, with None, clear the state."""
        await self._put(key, "state", state.state if isinstance(state, State) else state)

    async def get_state(self, key: StorageKey) -> str | None:
        """Return the state's name."""
        state: str | None = (await self._cell(key)).get("state")
        return state

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        """Set the data; an empty mapping clears it."""
        await self._put(key, "data", deepcopy(dict(data)))

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        """Return a copy of the data."""
        data = (await self._cell(key)).get("data")
        return deepcopy(data) if data else {}

    async def close(self) -> None:
        """Do nothing: the threads are closed by whoever made them."""

    async def _put(self, key: StorageKey, name: str, value: Any) -> None:
        cell = await self._cell(key)
        before = cell.get(name)
        if value:
            cell[name] = value
        else:
            cell.pop(name, None)
        if cell.get(name) != before:
            self._scratch.get().changed.add(row_key(key))

    async def _cell(self, key: StorageKey) -> Cell:
        scratch, name = self._scratch.get(), row_key(key)
        if name not in scratch.rows:
            scratch.rows[name] = await self._row(name)
        return scratch.rows[name].setdefault(key.destiny, {})

    async def _row(self, name: str) -> Row:
        known_at, known = self._known.get(name, (0.0, None))
        if known is None or self._elapsed() - known_at > FRESH_SECONDS:
            row = await self._threads.read(lambda unit: unit.conversations.get(name))
            known = row.data if row else {}
        # A try that fails must leave no trace in what is remembered.
        return {destiny: dict(cell) for destiny, cell in known.items()}


def row_key(key: StorageKey) -> str:
    """Return a conversation's row: bot, chat, user, thread, business connection; destinies share it."""
    parts = (key.bot_id, key.chat_id, key.user_id, key.thread_id or "", key.business_connection_id or "")
    return ":".join(map(str, parts))
