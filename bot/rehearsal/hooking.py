"""Delivering updates to a webhook: one after the other, each again until the bot has taken it.

Only loopback addresses are called: a rehearsal never talks to another machine.
"""

import asyncio
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from bot.rehearsal.stage import Stage
from bot.rehearsal.store import Json

LOOPBACK = {"127.0.0.1", "localhost", "::1"}
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name
_ANSWER_SECONDS, _FOR_EVER = 30.0, 1e9
_FIRST_PAUSE, _LONGEST_PAUSE = 0.05, 1.0


def is_near(url: str) -> bool:
    """Whether an address lies on this machine."""
    return urlsplit(url).hostname in LOOPBACK


class Hooking:
    """Runs beside the server until it is cancelled."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    async def run(self) -> None:
        """Deliver for ever."""
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=_ANSWER_SECONDS)) as session:
            pause = _FIRST_PAUSE
            while not self._stage.events.closed:
                await self._stage.events.until(lambda: self._next() is not None, _FOR_EVER)
                update = self._next()
                if update is None:
                    continue
                fault = await self._deliver(session, update)
                self._note(update, fault)
                pause = min(pause * 2, _LONGEST_PAUSE) if fault else _FIRST_PAUSE
                await asyncio.sleep(pause if fault else 0)

    def _next(self) -> Json | None:
        if not is_near(self._stage.store.note("webhook", "")):
            return None
        return next(iter(self._stage.pending.waiting(1)), None)

    async def _deliver(self, session: aiohttp.ClientSession, update: Json) -> str:
        """Return what went wrong in Telegram's words; empty when the bot took the update."""
        secret = self._stage.store.note("webhook_secret", "")
        more: dict[str, Any] = {"headers": {SECRET_HEADER: secret}} if secret else {}
        try:
            async with session.post(self._stage.store.note("webhook", ""), json=update, **more) as answer:
                return (
                    "" if answer.ok else f"Wrong response from the webhook: {answer.status} {answer.reason}"
                )
        except (aiohttp.ClientError, TimeoutError):
            return "Connection failed"

    def _note(self, update: Json, fault: str) -> None:
        stage = self._stage
        if fault:
            stage.store.keep("webhook_error", {"date": stage.now(), "message": fault})
        else:
            with stage.store.changing():
                stage.pending.forget(update["update_id"])
            stage.pending.seen_polling(stage.real_now())
        stage.events.tell("hooked", update_id=update["update_id"], outcome=fault or "ok")
