"""The lists as somebody would write them by hand: SQL on the records, each query with the index it wants.

No tallies: every figure is counted from the contacts, so these also check what the tallies say.
"""

import re
from pathlib import Path
from typing import Any

_PART = re.compile(r"^-- ([a-z ]+)\n(.+?)(?=\n\n|\Z)", re.MULTILINE | re.DOTALL)
_PARTS = dict(_PART.findall(Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")))
INDEXES = tuple(_PARTS["indexes"].split(";"))


class ByHand:
    """The three lists on one kept connection of sqlite3's or psycopg's; `params` in the driver's form."""

    def __init__(self, driver: Any, params: dict[str, Any]) -> None:
        self._driver = driver
        self._params = params
        sqlite = type(driver).__module__ == "sqlite3"
        self._parts = {name: part if sqlite else _percent(part, params) for name, part in _PARTS.items()}
        self._status = [part for name, part in self._parts.items() if name.startswith("status ")]

    def uncovered(self) -> list[Any]:
        """(id, name, liaisons, contact persons, last day) of every county with nothing in the window."""
        return self._ask(self._parts["uncovered"])

    def my(self) -> list[Any]:
        """(id, name, contacts, last day, contacts in the window, quota days) of a person's counties."""
        return self._ask(self._parts["my"])

    def status(self) -> tuple[Any, ...]:
        """Counties, contacted and never; quota met and done; channels; issues; practices; late ones."""
        coverage, quota, channels, issues, practices, late = map(self._ask, self._status)
        return (*coverage[0], *quota[0], dict(channels), *issues[0], practices[0][0], late[0][0])

    def _ask(self, statement: str) -> list[Any]:
        rows: list[Any] = self._driver.execute(statement, self._params).fetchall()
        return rows


def _percent(statement: str, params: dict[str, Any]) -> str:
    """Write parameters as psycopg wants them; the longest name first, since one may begin another."""
    for name in sorted(params, key=len, reverse=True):
        statement = statement.replace(f":{name}", f"%({name})s")
    return statement
