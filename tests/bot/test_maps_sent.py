"""With LIAISON_MAP the bot sends maps: to whoever asks, to reviewers and to groups."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageColor

from bot.app import build_app
from bot.digest_messages import digest_renderers
from bot.maps import Maps, installed
from bot.review_messages import review_renderers
from bot.sender import Renderer
from digests.outgoing import DRAFT_PICTURE, PICTURE
from digests.picture.map.parts import STRONG
from tests.bot.plays import QUICK, settings_for
from tests.bot.reviewing import DRAFTED, FEBRUARY, GROUP, staged
from tests.bot.test_digest_posting import Clock
from tests.rehearsal_client import rehearsing
from tests.rehearsal_world import ADMIN, small_world


def is_map(data: bytes) -> bool:
    """Whether the colour of a map's lines is in a picture."""
    colours = Image.open(BytesIO(data)).convert("RGB").getcolors(1 << 16) or ()
    return ImageColor.getrgb(STRONG) in {colour for count, colour in colours if count > 99}


def only_photo(folder: Path) -> bytes:
    (photo,) = folder.rglob("photos/*.png")
    return photo.read_bytes()


@pytest.mark.parametrize("wanted", [True, False])
async def test_who_asks_for_a_digest_gets_a_map(tmp_path: Path, filled_sqlite: str, wanted: bool) -> None:
    async with rehearsing(tmp_path, small_world()) as rehearsal:
        settings = settings_for(rehearsal.url, filled_sqlite, map=wanted)
        async with build_app(settings, rehearsal.url, QUICK).running():
            await rehearsal.clock.followed()
            assert len(await rehearsal.player(ADMIN).ask("/digest")) == 2
    assert is_map(only_photo(tmp_path)) is wanted


def test_reviewers_and_groups_get_maps(sqlite_url: str) -> None:
    with staged(sqlite_url) as stage:
        stage.admit(GROUP)
        stage.run(DRAFTED)
        stage.run(FEBRUARY)
        clock, charts = Clock(FEBRUARY), Maps(installed())
        drawn: dict[str, Renderer] = {
            **review_renderers(stage.database, clock, charts),
            **digest_renderers(stage.database, clock, charts),
        }
        owed = [row for row in stage.owed() if row.kind in {DRAFT_PICTURE, PICTURE}]
        assert {row.chat_id for row in owed} == {-1001, 77, 78}
        assert all(is_map(drawn[row.kind](row.kind, row.payload).photo or b"") for row in owed)
