"""A server with the small world, and both libraries' bots talking to it."""

from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from bot.rehearsal.server import RunningServer
from tests.bot.rehearsal.raw import Raw
from tests.bot.rehearsal.real_time import RealTime
from tests.rehearsal_client import Rehearsal, serving, talking_to
from tests.rehearsal_world import small_world


@pytest.fixture
def real_time() -> RealTime:
    return RealTime()


@pytest.fixture
async def server(tmp_path: Path, real_time: RealTime) -> AsyncIterator[RunningServer]:
    async with serving(tmp_path / "state", small_world(), real_now=real_time) as running:
        yield running


@pytest.fixture
async def rehearsal(server: RunningServer) -> AsyncIterator[Rehearsal]:
    async with talking_to(server.url) as playing:
        yield playing


@pytest.fixture
async def bot(server: RunningServer) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(server.url))
    async with Bot(server.token, session=session).context() as aiogram_bot:
        yield aiogram_bot


@pytest.fixture
async def raw(server: RunningServer) -> AsyncIterator[Raw]:
    async with aiohttp.ClientSession() as session:
        yield Raw(server, session)
