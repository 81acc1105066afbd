"""Core statements compiled once a database and run straight on its driver.

SQLAlchemy's own execute costs 22 to 32 microseconds a statement over the 2 to 4 that SQLite itself needs;
a saved card runs some fifteen. So a statement is defined from the Core tables as ever, compiled at its first
use, and then only its text, the order of its parameters and its types' processors are used.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from sqlalchemy import Delete, Executable, Insert, Select, Table, Update, bindparam
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeEngine

Process: TypeAlias = Callable[[Any], Any]
Row: TypeAlias = tuple[Any, ...]
Params: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, eq=False, slots=True)
class Upsert:
    """An insert that meets an existing row, once for each dialect."""

    sqlite: Insert
    postgresql: Insert


Statement: TypeAlias = "Select[Any] | Insert | Update | Delete | Upsert"


def insert_into(table: Table, *names: str) -> Insert:
    """Return an insert of the named columns, each from the parameter of its name."""
    return table.insert().inline().values({name: bindparam(name) for name in names})


def insert_once(table: Table, names: Sequence[str], key: Sequence[str]) -> Upsert:
    """Return an insert that does nothing when a row of that key is there."""
    values: dict[str, Any] = {name: bindparam(name) for name in names}
    return Upsert(
        sqlite.insert(table).inline().values(values).on_conflict_do_nothing(index_elements=key),
        postgresql.insert(table).inline().values(values).on_conflict_do_nothing(index_elements=key),
    )


def insert_or_change(
    table: Table, names: Sequence[str], key: Sequence[str], change: Callable[[Any], Mapping[str, Any]]
) -> Upsert:
    """Return an insert that changes the row of that key instead; `change` gets what was to be inserted."""
    values: dict[str, Any] = {name: bindparam(name) for name in names}
    lite = sqlite.insert(table).inline().values(values)
    full = postgresql.insert(table).inline().values(values)
    return Upsert(
        lite.on_conflict_do_update(index_elements=key, set_=dict(change(lite.excluded))),
        full.on_conflict_do_update(index_elements=key, set_=dict(change(full.excluded))),
    )


def put_into(table: Table, names: Sequence[str], key: Sequence[str]) -> Upsert:
    """Return an insert that overwrites the row of that key."""
    rest = [name for name in names if name not in key]
    return insert_or_change(table, names, key, lambda new: {name: new[name] for name in rest})


@dataclass(frozen=True, slots=True)
class Prepared:
    """A compiled statement: its text, what to bind in which order, and how to read its columns."""

    text: str
    order: tuple[str, ...] | None
    fixed: Params
    processes: tuple[tuple[str, Process], ...]
    columns: tuple[tuple[int, Process], ...]

    def bind(self, params: dict[str, Any]) -> Sequence[Any] | Params:
        """Turn the parameters, in place, into the driver's form. Raises KeyError when one is missing."""
        params.update(self.fixed)
        for name, process in self.processes:
            params[name] = process(params[name])
        return params if self.order is None else [params[name] for name in self.order]

    def read(self, rows: list[Row]) -> list[Row]:
        """Turn stored forms into values, a column at a time."""
        if not rows or not self.columns:
            return rows
        by_column: list[Any] = list(zip(*rows, strict=True))
        for place, process in self.columns:
            by_column[place] = map(process, by_column[place])
        return list(zip(*by_column, strict=True))


@dataclass(frozen=True, slots=True)
class Statements:
    """The compiled statements of one database."""

    dialect: Dialect
    compiled: dict[Executable | Upsert, Prepared] = field(default_factory=dict)

    def prepared(self, statement: Statement) -> Prepared:
        """Return a statement's compiled form, made at its first use."""
        known = self.compiled.get(statement)
        if known is None:
            known = self.compiled[statement] = _prepare(statement, self.dialect)
        return known


def _prepare(statement: Statement, dialect: Dialect) -> Prepared:
    if isinstance(statement, Upsert):
        statement = statement.sqlite if dialect.name == "sqlite" else statement.postgresql
    compiled = statement.compile(dialect=dialect)
    binds: Mapping[str, Any] = compiled.binds
    order: Sequence[str] | None = compiled.positiontup
    names = tuple(compiled.params)
    fixed = {name: binds[name].value for name in names if not binds[name].required}
    processes = ((name, _binder(binds[name].type, dialect)) for name in names)
    bound = tuple((name, process) for name, process in processes if process)
    return Prepared(
        str(compiled), None if order is None else tuple(order), fixed, bound, _readers(statement, dialect)
    )


def _binder(type_: TypeEngine[Any], dialect: Dialect) -> Process | None:
    return type_.dialect_impl(dialect).bind_processor(dialect)


def _readers(statement: Any, dialect: Dialect) -> tuple[tuple[int, Process], ...]:
    columns: Iterable[Any] = statement.exported_columns
    readers = (column.type.dialect_impl(dialect).result_processor(dialect, None) for column in columns)
    return tuple((place, process) for place, process in enumerate(readers) if process)
