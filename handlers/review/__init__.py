"""Digests before they go out: read, edited, approved."""

from handlers.review.render import KINDS, render

__all__ = ["KINDS", "render"]
