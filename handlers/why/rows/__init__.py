"""The rows behind figures."""

from handlers.why.rows.texts import county, progress

__all__ = ["county", "progress"]
