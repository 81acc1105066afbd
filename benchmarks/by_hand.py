"""The lists as somebody would write them by hand: SQL on the records, each query with the index it wants.

No tallies: every figure is counted from the contacts, so these also check what the tallies say.
"""

import re
from pathlib import Path
from typing import Any

_PART = re.compile(r"^-- ([a-z ]+)\n(.+?)(?=\n\n|\Z)", re.MULTILINE | re.DOTALL)
_HERE = Path(__file__).parent


def _parts(name: str) -> dict[str, str]:
    """Return the statements of a file, by what stands above each."""
    return dict(_PART.findall((_HERE / name).read_text(encoding="utf-8")))


INDEXES = tuple(_parts("by_hand.sql")["indexes"].split(";"))


class Parts:
    """The statements of a file on one kept connection of sqlite3's or psycopg's; `params` in its form."""

    def __init__(self, name: str, driver: Any, params: dict[str, Any]) -> None:
        self._driver = driver
        self._params = params
        sqlite = type(driver).__module__ == "sqlite3"
        self._statements = {
            part: text if sqlite else _percent(text, params) for part, text in _parts(name).items()
        }

    def __call__(self, part: str) -> list[Any]:
        """Return the rows of a statement."""
        rows: list[Any] = self._driver.execute(self._statements[part], self._params).fetchall()
        return rows


class ByHand:
    """The three lists on one kept connection of sqlite3's or psycopg's; `params` in the driver's form."""

    def __init__(self, driver: Any, params: dict[str, Any]) -> None:
        self._ask = Parts("by_hand.sql", driver, params)

    def uncovered(self) -> list[Any]:
        """(id, name, liaisons, contact persons, last day) of every county with nothing in the window."""
        return self._ask("uncovered")

    def my(self) -> list[Any]:
        """(id, name, contacts, last day, contacts in the window, quota days) of a person's counties."""
        return self._ask("my")

    def status(self) -> tuple[Any, ...]:
        """Counties, contacted and never; quota met and done; channels; issues; practices; late ones."""
        names = ("coverage", "quota", "channels", "issues", "practices", "late")
        coverage, quota, channels, issues, practices, late = (self._ask(f"status {name}") for name in names)
        return (*coverage[0], *quota[0], dict(channels), *issues[0], practices[0][0], late[0][0])


def _percent(statement: str, params: dict[str, Any]) -> str:
    """Write parameters as psycopg wants them; the longest name first, since one may begin another."""
    for name in sorted(params, key=len, reverse=True):
        statement = statement.replace(f":{name}", f"%({name})s")
    return statement
