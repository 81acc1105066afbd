"""The lines of the lists."""

from handlers.figures.rows.texts import line

__all__ = ["line"]
