"""The gate over HTTP: aiogram's calls through every trouble, both libraries under the flood limits."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiogram import Bot
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramForbiddenError

from bot.gate import Gate, GateMiddleware
from bot.outcomes import Sent
from bot.post_office import PostOffice
from bot.session import ProxiedSession
from digests.messages import OutMessage
from tests.rehearsal_client import rehearsing
from tests.rehearsal_world import ANNA, GROUP, small_world


@asynccontextmanager
async def aiogram_bot(url: str, gate: Gate, pauses: tuple[float, ...]) -> AsyncIterator[Bot]:
    session = ProxiedSession(None, api=TelegramAPIServer.from_base(url), timeout=0.5)
    session.middleware(GateMiddleware(gate, pauses))
    bot = Bot(small_world().token, session=session)
    yield bot
    assert session._session is not None
    await session._session.close()


@pytest.mark.parametrize("kind", ["429", "500", "502", "reset", "hang", "lost"])
async def test_a_call_gets_through(tmp_path: Path, kind: str) -> None:
    async with (
        rehearsing(tmp_path, small_world(flood=False)) as stage,
        aiogram_bot(stage.url, Gate(), (0.01, 0.02)) as bot,
    ):
        await stage.fault("sendMessage", kind, seconds=1.0)
        sent = await bot.send_message(ANNA, "演示")
        assert (await stage.player(ANNA).messages())[-1]["id"] == sent.message_id
        assert len(await stage.calls("sendMessage")) == 2


async def test_a_refusal_is_raised_at_once(tmp_path: Path) -> None:
    async with (
        rehearsing(tmp_path, small_world()) as stage,
        aiogram_bot(stage.url, Gate(), (30.0,)) as bot,
    ):
        await stage.player(ANNA).block()
        with pytest.raises(TelegramForbiddenError):
            await bot.send_message(ANNA, "演示")


async def nothing() -> None:
    """Nobody wants to know whose turn it is."""


async def test_both_libraries_together_break_no_limit(tmp_path: Path) -> None:
    gate = Gate()
    async with rehearsing(tmp_path, small_world()) as stage, aiogram_bot(stage.url, gate, ()) as bot:
        office = PostOffice(small_world().token, stage.url, None, gate)
        answers = [bot.send_message(ANNA, f"演示{n}") for n in range(4)]
        notices = [office.send(GROUP, None, OutMessage(f"演示{n}"), nothing) for n in range(16)]
        more = [bot.send_message(GROUP, f"演示{n}") for n in range(4)]
        await asyncio.gather(*answers, *more)
        assert all(isinstance(outcome, Sent) for outcome in await asyncio.gather(*notices))
        await office.close()
        assert {call["outcome"] for call in await stage.calls("sendMessage")} == {"ok"}
