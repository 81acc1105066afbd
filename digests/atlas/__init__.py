"""Where counties lie: borders read at run time from a package that is not shipped, as lines to be drawn.

The borders may be looked at, not passed on: nothing of them is kept in a file.
"""

from digests.atlas.atlas import Atlas
from digests.atlas.chart import Chart, Charts, Ring, Rings, Sheet
from digests.atlas.file import AtlasError

__all__ = ["Atlas", "AtlasError", "Chart", "Charts", "Ring", "Rings", "Sheet"]
