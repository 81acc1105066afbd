"""The borders at hand: counties found by name, charts kept as long as they are asked for."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from digests.atlas.chart import Chart, Sheet, draw_chart, land_of, together
from digests.atlas.file import AtlasError, Region, read_bounds, read_regions, read_rings

Key = tuple[str, str]
KEPT = 4


class Atlas:
    """The counties of one file. Raise AtlasError where it cannot be read."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._regions = read_regions(path)
        if not self._regions:
            raise AtlasError("empty")
        self._by_key = {(region.prefecture, region.name): region for region in self._regions}
        seen = Counter(region.name for region in self._regions)
        self._alone = {region.name: region for region in self._regions if seen[region.name] == 1}
        self.chart = lru_cache(KEPT)(self._chart)
        """As `_chart`; the last few are kept."""

    def __len__(self) -> int:
        """How many counties have borders."""
        return len(self._regions)

    def _chart(self, names: tuple[Key, ...], sheet: Sheet) -> Chart:
        """Return the map of counties by their number in `names`, others of their prefectures below 0."""
        regions = {n: region for n, key in enumerate(names) if (region := self._region(key))}
        regions |= {-n: region for n, region in enumerate(self._beside(list(regions.values())), start=1)}
        bounds = dict(zip(regions, read_bounds(self._path, regions.values()), strict=True))
        kept = together(bounds, lambda n: self._land(regions[n]))
        if not kept:
            return Chart(0, 0, {}, ())
        shown = [(n, regions[n]) for n in kept]
        read = read_rings(self._path, [region for _, region in shown])
        rings = ((n, region.prefecture, found) for (n, region), found in zip(shown, read, strict=True))
        return draw_chart(rings, list(kept.values()), sheet)

    def _land(self, region: Region) -> float:
        (rings,) = read_rings(self._path, [region])
        return land_of(rings)

    def _region(self, key: Key) -> Region | None:
        """Return a county by both names; by its own where its prefecture is called otherwise."""
        return self._by_key.get(key) or self._alone.get(key[1])

    def _beside(self, regions: Sequence[Region]) -> list[Region]:
        prefectures, asked = {region.prefecture for region in regions}, set(regions)
        return [
            region for region in self._regions if region.prefecture in prefectures and region not in asked
        ]
