"""What the command line says of maps that are wanted: by `liaison doctor` and when the bot starts."""

from pathlib import Path

import pytest

from bot import maps
from tests.bot.cli.conftest import Liaison
from tests.digests.borders import country, write_borders
from tests.digests.sizes import JIUJIANG, names


@pytest.fixture
def packaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place of its own for the package; returns where its borders belong."""
    file = tmp_path / "GeoToolCN" / maps.DATA
    file.parent.mkdir(parents=True)
    (tmp_path / "GeoToolCN" / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    return file


def test_the_doctor_says_what_maps_are_drawn_from(
    packaged: Path, liaison: Liaison, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LIAISON_MAP", "true")
    assert "✗ 边界数据包读不出来（FileNotFoundError）" in liaison("doctor").out
    write_borders(packaged, country(names(JIUJIANG)))
    assert "✓ 地图：13 个县区有边界" in liaison("doctor").out
    monkeypatch.delenv("LIAISON_MAP")
    assert "边界" not in liaison("doctor").out


def test_the_start_says_what_is_missing(liaison: Liaison, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(maps, "PACKAGE", "no_such_package")
    monkeypatch.setenv("LIAISON_MAP", "true")
    said = liaison("run")
    assert said.code == 2  # there is no token
    assert "没有装边界数据包，图片先用方块。请运行：make install-map" in said.err
