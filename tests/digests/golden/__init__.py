"""Recorded texts. Record them anew with RECORD_GOLDEN=1, then read the difference."""

import os
from pathlib import Path

_HERE = Path(__file__).parent


def recorded(name: str, parts: list[str]) -> str:
    """Return the recorded messages of that name, one after the other."""
    path = _HERE / f"{name}.txt"
    if os.environ.get("RECORD_GOLDEN"):
        path.write_text(joined(parts), "utf-8")
    return path.read_text("utf-8")


def joined(parts: list[str]) -> str:
    """Return messages in the form in which they are recorded."""
    return "\n----\n".join(parts) + "\n"
