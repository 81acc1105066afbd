"""Where the settings point: which database, and for which bot accounts are bound."""

from pathlib import Path

from bot.settings import Settings


def bot_id(settings: Settings) -> int:
    """Return the id in the token, for which accounts are bound; 0 without a token."""
    return int(settings.bot_token.get_secret_value().partition(":")[0]) if settings.bot_token else 0


def sqlite_file(url: str) -> Path | None:
    """Return the file of an SQLite database, None for PostgreSQL."""
    scheme, _, path = url.partition(":///")
    return Path(path) if scheme.startswith("sqlite") else None


def is_new(url: str) -> bool:
    """Whether a database is a file that does not exist yet."""
    file = sqlite_file(url)
    return file is not None and (not file.exists() or not file.stat().st_size)


def make_folder(url: str) -> None:
    """Make the folder that a database file will lie in."""
    if file := sqlite_file(url):
        file.parent.mkdir(parents=True, exist_ok=True)
