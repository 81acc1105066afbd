"""The rows behind figures."""

from handlers.why.rows.texts import contacts, county, progress

__all__ = ["contacts", "county", "progress"]
