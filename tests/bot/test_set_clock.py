"""The bot at a set moment (LIAISON_NOW), against an API that lives in real time and knows of no rehearsal."""

from datetime import timedelta
from pathlib import Path

from bot.app import build_app
from tests.bot.plays import QUICK, settings_for
from tests.rehearsal_client import Player, rehearsing
from tests.rehearsal_world import ANNA, START, small_world


async def _said_today(anna: Player) -> str:
    await anna.say("今天上午到修水县实地调研，座谈12人")
    return (await anna.hears("修水县")).text


async def test_messages_are_dated_by_the_set_moment(tmp_path: Path, filled: str) -> None:
    async with rehearsing(tmp_path, small_world()) as rehearsal:
        app = build_app(settings_for(rehearsal.url, filled, now=START), tempo=QUICK)
        async with app.running():
            assert timedelta() <= app.clock.now() - START < timedelta(minutes=5)
            assert "2月20日（周一，今天）" in await _said_today(rehearsal.player(ANNA))


async def test_a_later_set_moment_moves_the_clock_and_an_earlier_one_does_not(
    tmp_path: Path, filled_sqlite: str
) -> None:
    async with rehearsing(tmp_path, small_world()) as rehearsal:
        for days in (0, 3, 1):
            wanted = START + timedelta(days=days)
            app = build_app(settings_for(rehearsal.url, filled_sqlite, now=wanted), tempo=QUICK)
            async with app.running():
                assert app.clock.now() >= START + timedelta(days=max(days, 3) if days else 0)
        assert app.clock.now() - START < timedelta(days=3, minutes=5)
