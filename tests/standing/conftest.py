"""The stores of the storage tests, for stories to be played into."""

from tests.storage.conftest import (
    database,
    migrated_file,
    postgres_store_url,
    sqlite_store_url,
    store_url,
)

__all__ = ["database", "migrated_file", "postgres_store_url", "sqlite_store_url", "store_url"]
