"""Growing pauses between tries."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pauses:
    """Seconds to wait before each further try: doubled every time, up to the longest."""

    first: float = 0.5
    longest: float = 30.0

    def before(self, attempt: int) -> float:
        """Return the seconds to wait before a try; the first repetition is attempt 1."""
        return min(self.longest, self.first * 2.0 ** min(attempt - 1, 30))
