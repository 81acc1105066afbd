"""Borders as they are read: found by name, the same for both neighbours, and what is wrong with a file."""

from itertools import pairwise
from pathlib import Path

import pytest

from digests.atlas import Atlas, AtlasError, Sheet
from tests.digests.borders import SIDE, County, country, square, write_borders

SHEET = Sheet(100, 100)
ONE, TWO, THREE, FOUR = ("甲市", "子县"), ("甲市", "丑县"), ("乙市", "子县"), ("乙市", "寅县")


def test_counties_are_found_by_prefecture_and_name(tmp_path: Path) -> None:
    atlas = Atlas(write_borders(tmp_path / "borders", country([ONE, TWO, THREE, FOUR], across=4)))
    assert len(atlas) == 4
    chart = atlas.chart((THREE, ("乙市", "卯县")), SHEET)
    assert sorted(chart.areas) == [-1, 0]  # the other of its prefecture is there, by no name
    (left, right) = (min(x for x, _ in chart.areas[n][0]) for n in (0, -1))
    assert left < right


def test_a_county_whose_prefecture_is_called_otherwise_is_found_where_no_other_has_its_name(
    tmp_path: Path,
) -> None:
    atlas = Atlas(write_borders(tmp_path / "borders", country([ONE, TWO, THREE])))
    assert list(atlas.chart((("甲省直辖", "丑县"), ("丙市", "子县")), SHEET).areas) == [0, -1]


def test_neighbours_keep_one_border_however_many_points_it_has(tmp_path: Path) -> None:
    upper, lower = square(0, 1, corners=997), square(0, 0)
    lower[2:2] = [point for point in reversed(upper) if point[1] == 3_000_000 + SIDE]
    atlas = Atlas(write_borders(tmp_path / "borders", [(ONE, [upper]), (TWO, [lower])]))
    chart = atlas.chart((ONE, TWO), SHEET)
    middle = {point for ring in chart.areas[0] for point in ring if 0 < point[0] < 40}
    shared = middle & {point for ring in chart.areas[1] for point in ring}
    assert len(shared) > 40
    assert len(chart.areas[0][0]) < 130
    assert [len(line) > 4 for line in chart.lines] == [True]  # round both, and nothing between them


def test_a_line_goes_between_prefectures(tmp_path: Path) -> None:
    atlas = Atlas(write_borders(tmp_path / "borders", country([ONE, THREE], across=2)))
    lines = atlas.chart((ONE, THREE), SHEET).lines
    edges = {frozenset(edge) for line in lines for edge in pairwise(line)}
    assert len(edges) == 7
    assert {round(x) for edge in edges for x, _ in edge} == {1, 50, 99}
    assert any({x for x, _ in edge} == {50} for edge in edges)


def test_islands_that_lie_far_off_are_left_out(tmp_path: Path) -> None:
    far: list[County] = [(FOUR, [square(0, -90, side=SIDE // 9), square(1, -85, side=SIDE // 9)])]
    atlas = Atlas(write_borders(tmp_path / "borders", [*country([ONE, TWO, THREE]), *far]))
    chart = atlas.chart((ONE, TWO, THREE, FOUR), SHEET)
    assert sorted(chart.areas) == [0, 1, 2]
    assert (chart.width, round(chart.height)) == (100, 40)  # of 30 degrees north

    far = [(FOUR, [square(0, -90)])]
    chart = Atlas(write_borders(tmp_path / "borders", [*country([ONE, TWO, THREE]), *far])).chart(
        (ONE, TWO, THREE, FOUR), SHEET
    )
    assert sorted(chart.areas) == [0, 1, 2, 3]


def test_what_is_too_small_to_be_seen_is_not_there(tmp_path: Path) -> None:
    counties: list[County] = [*country([ONE, TWO]), (THREE, [square(1, -1, side=SIDE // 300)])]
    chart = Atlas(write_borders(tmp_path / "borders", counties)).chart((ONE, TWO, THREE), SHEET)
    assert sorted(chart.areas) == [0, 1]


def test_nobody_known_gives_an_empty_map(tmp_path: Path) -> None:
    chart = Atlas(write_borders(tmp_path / "borders", country([ONE]))).chart((("丙市", "卯县"),), SHEET)
    assert (chart.areas, chart.lines) == ({}, ())


def test_the_same_map_is_read_once(tmp_path: Path) -> None:
    path = write_borders(tmp_path / "borders", country([ONE, TWO]))
    atlas = Atlas(path)
    first = atlas.chart((ONE, TWO), SHEET)
    path.unlink()
    assert atlas.chart((ONE, TWO), SHEET) is first


@pytest.mark.parametrize("cut", [0, 3, 20, 60, 150, 240, 330])
def test_a_file_that_is_cut_short_is_refused(tmp_path: Path, cut: int) -> None:
    path = write_borders(tmp_path / "borders", country([ONE, TWO, THREE, FOUR]))
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(AtlasError):
        Atlas(path)


@pytest.mark.parametrize(("at", "byte"), [(0, 0), (4, 9), (40, 255), (132, 255)])
def test_a_file_of_another_form_is_refused(tmp_path: Path, at: int, byte: int) -> None:
    path = write_borders(tmp_path / "borders", country([ONE, TWO]))
    data = bytearray(path.read_bytes())
    data[at] = byte
    path.write_bytes(data)
    with pytest.raises(AtlasError):
        Atlas(path).chart((ONE, TWO), SHEET)


def test_every_broken_byte_of_a_border_gives_a_map_or_an_error(tmp_path: Path) -> None:
    path = write_borders(tmp_path / "borders", country([ONE, TWO]))
    whole, refused = path.read_bytes(), 0
    for at in range(32, len(whole)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0x81]) + whole[at + 1 :])
        try:
            Atlas(path).chart((ONE, TWO), SHEET)
        except AtlasError:
            refused += 1
    assert refused > 50


def test_no_file_and_one_of_nobody_are_refused(tmp_path: Path) -> None:
    with pytest.raises(AtlasError, match="FileNotFoundError"):
        Atlas(tmp_path / "nothing")
    with pytest.raises(AtlasError, match="empty"):
        Atlas(write_borders(tmp_path / "borders", []))
