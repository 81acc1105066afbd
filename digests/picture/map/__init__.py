"""Counties on a map, in the same colours as tiles; who has no room there for a name stands below it."""

from digests.picture.map.parts import map_parts
from digests.picture.map.sheet import MapPage, map_page

__all__ = ["MapPage", "map_page", "map_parts"]
