"""Column types and short ways to declare the columns that many tables share."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Any

import orjson
from sqlalchemy import BigInteger, Column, Date, DateTime, Float, ForeignKey, Integer, MetaData, String, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

CONVENTION = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

# Telegram's ids need 64 bits; SQLite numbers rows by itself only in a column of type INTEGER.
BIG_ID = BigInteger().with_variant(Integer(), "sqlite")


class UTCDateTime(TypeDecorator[datetime]):
    """A moment, aware on both sides: timestamptz on PostgreSQL, microseconds since 1970 on SQLite.

    SQLite has no type for moments; whole numbers sort and compare right, and cost least to read and write.
    Raises ValueError for a naive value.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose how the database keeps it."""
        sqlite = dialect.name == "sqlite"
        return dialect.type_descriptor(BigInteger() if sqlite else DateTime(timezone=True))

    def bind_processor(self, dialect: Dialect) -> Callable[[datetime | None], Any]:
        """Return what turns a moment into the stored form."""
        return _to_number if dialect.name == "sqlite" else _checked

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], datetime | None]:  # noqa: ARG002
        """Return what turns the stored form into a moment in UTC."""
        return _from_number if dialect.name == "sqlite" else _in_utc


class Word(TypeDecorator[StrEnum]):
    """A word of a closed set, stored as text."""

    impl = String(24)
    cache_ok = True

    def __init__(self, words: type[StrEnum]) -> None:
        super().__init__()
        self.words = words

    def bind_processor(self, dialect: Dialect) -> Callable[[StrEnum | str | None], str | None]:  # noqa: ARG002
        """Return what turns a word into text; it raises ValueError for what is no word of the set."""
        texts: dict[StrEnum | str, str] = {word: word.value for word in self.words}

        def process(value: StrEnum | str | None) -> str | None:
            return None if value is None else texts.get(value) or self.words(value).value

        return process

    def result_processor(
        self,
        dialect: Dialect,  # noqa: ARG002
        coltype: object,  # noqa: ARG002
    ) -> Callable[[str | None], StrEnum | None]:
        """Return what turns text into a word."""
        words: dict[str | None, StrEnum | None] = {None: None, **{word.value: word for word in self.words}}
        return words.__getitem__


class Day(TypeDecorator[date]):
    """A day, stored on SQLite as 2023-02-20; written out here, since it is in every count's way."""

    impl = Date
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[date | None], Any] | None:
        """Return what turns a day into the stored form."""
        return _to_text if dialect.name == "sqlite" else None

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], date | None] | None:  # noqa: ARG002
        """Return what turns the stored form into a day."""
        return _from_text if dialect.name == "sqlite" else None


class Seconds(TypeDecorator[float]):
    """A number of seconds, as both drivers hand it over; SQLAlchemy's own type asks a live cursor first."""

    impl = Float
    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> None:
        """Return nothing: what is read is what was meant."""


class Json(TypeDecorator[Any]):
    """Plain data as JSON text, Chinese kept readable."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Return the JSON text."""
        return None if value is None else orjson.dumps(value, option=orjson.OPT_NON_STR_KEYS).decode()

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ARG002
        """Return the data."""
        return None if value is None else orjson.loads(value)


metadata = MetaData(naming_convention=CONVENTION)


def row_id() -> Column[int]:
    """Return a key that the database numbers."""
    return Column("id", BIG_ID, primary_key=True, autoincrement=True)


def campaign_id(*, primary_key: bool = False) -> Column[str]:
    """Return the column that says whose row it is."""
    return Column(
        "campaign_id", String(60), ForeignKey("campaign.id"), primary_key=primary_key, nullable=False
    )


def moment(name: str) -> Column[datetime]:
    """Return a column for a moment that is always known."""
    return Column(name, UTCDateTime(), nullable=False)


def moment_or_none(name: str) -> Column[datetime]:
    """Return a column for a moment that may never come."""
    return Column(name, UTCDateTime())


def _to_text(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def _from_text(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)


def _to_number(value: datetime | None) -> int | None:
    checked = _checked(value)
    return None if checked is None else (checked - _EPOCH) // _MICROSECOND


def _from_number(value: int | None) -> datetime | None:
    return None if value is None else _EPOCH + timedelta(microseconds=value)


def _checked(value: datetime | None) -> datetime | None:
    if value is not None and value.tzinfo is None:
        raise ValueError(f"a moment without a zone: {value!r}")
    return value


def _in_utc(value: datetime | None) -> datetime | None:
    return None if value is None else value.astimezone(UTC)
