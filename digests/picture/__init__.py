"""The picture of a digest: one tile a county, by colour, letter and number, so that it also reads in grey."""

from digests.picture.drawing import digest_picture, digest_pictures, drawings, page_count, page_places, png
from digests.picture.svg import svg_of

__all__ = ["digest_picture", "digest_pictures", "drawings", "page_count", "page_places", "png", "svg_of"]
