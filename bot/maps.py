"""Maps for digests, from a package that may or may not be installed; without it tiles are drawn."""

from functools import cached_property
from importlib.util import find_spec
from pathlib import Path

import structlog

from bot.findings import Finding
from bot.settings import Settings
from digests.atlas import Atlas, AtlasError, Chart, Sheet

log = structlog.get_logger(__name__)

PACKAGE, DATA = "GeoToolCN", Path("data", "china.full.gtc")


class Maps:
    """Where maps come from; None from the first time on that something is wrong, which is logged once."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._well = True

    def chart(self, names: tuple[tuple[str, str], ...], sheet: Sheet) -> Chart | None:
        """Return the map of counties by prefecture and name. Takes tenths of a second: run it in a thread."""
        if not self._well:
            return None
        try:
            return self.atlas.chart(names, sheet)
        except AtlasError as error:
            self._well = False
            log.warning("map_unusable", reason=str(error))
            return None

    @cached_property
    def atlas(self) -> Atlas:
        """The borders; raise AtlasError."""
        if self._file is None:
            raise AtlasError("missing")
        return Atlas(self._file)


def maps_of(settings: Settings) -> Maps | None:
    """Return where maps come from; None unless they are wanted."""
    return Maps(installed()) if settings.map else None


def map_finding(settings: Settings) -> Finding | None:
    """Look at what maps are drawn from; None unless they are wanted."""
    if not settings.map:
        return None
    file = installed()
    if file is None:
        return Finding("map_missing", False)
    try:
        return Finding("map", True, str(len(Atlas(file))))
    except AtlasError as error:
        return Finding("map_broken", False, str(error))


def installed() -> Path | None:
    """Return the file of borders; None where the package is not installed."""
    # Not imported: the file is all that is wanted of it.
    found = find_spec(PACKAGE)
    return Path(found.origin).parent / DATA if found and found.origin else None
