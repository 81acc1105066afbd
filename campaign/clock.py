"""The one way to ask for the time; the real clock is made in bot/."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Gives the present moment of the campaign."""

    def now(self) -> datetime:
        """Return the present moment, aware, in UTC."""
