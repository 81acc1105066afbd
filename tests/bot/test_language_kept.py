"""A chosen language outlives a restart, on both databases; a stranger may choose none."""

from pathlib import Path

from bot.app import build_app
from campaign.languages import Language
from tests.bot.plays import UNPACED, settings_for
from tests.bot.stores import ask
from tests.rehearsal_client import rehearsing
from tests.rehearsal_world import ANNA, STRANGER, small_world

ENGLISH = "There is no such command. Send /help to see how it works."


async def test_a_language_is_kept(filled: str, tmp_path: Path) -> None:
    async with rehearsing(tmp_path, small_world(flood=False)) as rehearsal:
        settings = settings_for(rehearsal.url, filled)
        anna = rehearsal.player(ANNA)
        async with build_app(settings, rehearsal.url, UNPACED).running():
            await anna.ask("/language")
            await anna.press("English")
            assert "中文" not in (await rehearsal.player(STRANGER).ask("/language")).text
        assert ask(filled, lambda unit: unit.languages.chosen()) == {ANNA: Language.ENGLISH}
        async with build_app(settings, rehearsal.url, UNPACED).running():
            assert (await anna.ask("/nothing")).text == ENGLISH
            await anna.press("中文")
        assert ask(filled, lambda unit: unit.languages.chosen()) == {}
