"""Maps from a package that may be there or not: tiles in its place, and one line in the log."""

from io import StringIO
from pathlib import Path

import pytest

from bot.maps import Maps, map_finding, maps_of
from bot.playing.supervise import Place, bot_environment
from bot.settings import load_settings
from digests.outgoing import picture
from digests.picture import digest_picture
from tests.digests.borders import country, write_borders
from tests.digests.sizes import JIUJIANG, names, sized


def test_nobody_wants_maps_unless_it_is_said() -> None:
    assert maps_of(load_settings()) is None
    assert map_finding(load_settings()) is None


def test_a_rehearsal_shows_maps_as_the_bot_would(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIAISON_MAP", "true")
    monkeypatch.setenv("LIAISON_PROXY", "http://proxy:1")
    found = bot_environment(Place(tmp_path, "jiujiang-2022-demo", 1))
    assert found["LIAISON_MAP"] == "true"
    assert "LIAISON_PROXY" not in found


@pytest.mark.parametrize("content", [b"", b"GTCN and nothing else", None])
def test_without_usable_borders_tiles_are_drawn_and_the_log_says_it_once(
    tmp_path: Path, content: bytes | None, logged: StringIO
) -> None:
    file = None
    if content is not None:
        file = tmp_path / "borders"
        file.write_bytes(content)
    charts = Maps(file)
    plain = digest_picture(sized(JIUJIANG))
    assert [picture(sized(JIUJIANG), 0, charts).photo for _ in range(2)] == [plain, plain]
    assert logged.getvalue().count("map_unusable") == 1


def test_borders_that_break_while_the_bot_runs(tmp_path: Path) -> None:
    file = write_borders(tmp_path / "borders", country(names(JIUJIANG), 4))
    charts = Maps(file)
    assert digest_picture(sized(JIUJIANG), 0, charts) != digest_picture(sized(JIUJIANG))
    broken = Maps(file)
    assert len(broken.atlas) == JIUJIANG
    file.write_bytes(file.read_bytes()[:-300])
    assert digest_picture(sized(JIUJIANG), 0, broken) == digest_picture(sized(JIUJIANG))
