"""SQL functions that the two kinds of database spell differently."""

from typing import Any

from sqlalchemy import String
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

# The ideographic comma, with which Chinese joins names.
COMMA = "\u3001"


class joined_names(FunctionElement[str]):  # noqa: N801 - reads as the function that it is
    """Join the names of a group by COMMA, leaving out nulls; null when there is none.

    SQLAlchemy's aggregate_strings writes its separator at each execution; statements here are written once.
    """

    name = "joined_names"
    type = String()
    inherit_cache = True


@compiles(joined_names, "sqlite")
def _sqlite(element: joined_names, compiler: Any, **kw: Any) -> str:
    return f"group_concat({compiler.process(element.clauses, **kw)}, '{COMMA}')"


@compiles(joined_names, "postgresql")
def _postgresql(element: joined_names, compiler: Any, **kw: Any) -> str:
    return f"string_agg({compiler.process(element.clauses, **kw)}, '{COMMA}')"
