"""aiogram's conversation state in the store: one row a conversation, read once and written once an update."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from contextvars import ContextVar
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey

from bot.threads import Threads
from storage import Unit

Cell = dict[str, Any]
"""What aiogram keeps under one destiny: `state` and `data`, either left out when empty."""


@dataclass(slots=True)
class Scratch:
    """The conversations that one update touched: row key to destinies to cells, and which rows changed."""

    rows: dict[str, dict[str, Cell]] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)

    def write(self, unit: Unit) -> None:
        """Store every changed conversation; an empty one loses its row."""
        for key in sorted(self.changed):
            if row := {destiny: cell for destiny, cell in self.rows[key].items() if cell}:
                unit.conversations.put(key, None, row)
            else:
                unit.conversations.delete(key)


class Conversations(BaseStorage):
    """Works on the scratch of the update being handled; outside of one there is nothing to work on."""

    def __init__(self, threads: Threads) -> None:
        self._threads = threads
        self._scratch: ContextVar[Scratch] = ContextVar("scratch")

    @asynccontextmanager
    async def update(self) -> AsyncIterator[Scratch]:
        """Give the update handled inside the block a scratch of its own."""
        token = self._scratch.set(scratch := Scratch())
        try:
            yield scratch
        finally:
            self._scratch.reset(token)

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
        return deepcopy((await self._cell(key)).get("data", {}))

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
            row = await self._threads.read(lambda unit: unit.conversations.get(name))
            scratch.rows[name] = dict(row.data) if row else {}
        return scratch.rows[name].setdefault(key.destiny, {})


def row_key(key: StorageKey) -> str:
    """Return a conversation's row: bot, chat, user, thread, business connection; destinies share it."""
    parts = (key.bot_id, key.chat_id, key.user_id, key.thread_id or "", key.business_connection_id or "")
    return ":".join(map(str, parts))
