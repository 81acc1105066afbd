"""One transaction on one driver connection."""

from collections.abc import Iterable
from typing import Any

from storage.statements import Prepared, Row, Statement, Statements


class Connection:
    """Runs statements within the transaction that its owner began and will end."""

    def __init__(self, driver: Any, statements: Statements, *, writes: bool) -> None:
        self._driver = driver
        self._statements = statements
        self.writes = writes

    def all(self, statement: Statement, **params: Any) -> list[Row]:
        """Return every row."""
        prepared = self._statements.prepared(statement)
        cursor = self._driver.execute(prepared.text, prepared.bind(params))
        return prepared.read(cursor.fetchall())

    def one(self, statement: Statement, **params: Any) -> Row | None:
        """Return the first row, if there is one."""
        rows = self.all(statement, **params)
        return rows[0] if rows else None

    def value(self, statement: Statement, **params: Any) -> Any:
        """Return the first column of the first row; None when there is no row."""
        row = self.one(statement, **params)
        return row[0] if row else None

    def run(self, statement: Statement, **params: Any) -> int:
        """Run a statement that returns no rows; return how many rows it touched."""
        prepared = self._statements.prepared(statement)
        touched: int = self._driver.execute(prepared.text, prepared.bind(params)).rowcount
        return touched

    def many(self, statement: Statement, rows: Iterable[dict[str, Any]]) -> None:
        """Run a statement once a row."""
        prepared: Prepared = self._statements.prepared(statement)
        if bound := [prepared.bind(row) for row in rows]:
            self._driver.cursor().executemany(prepared.text, bound)
