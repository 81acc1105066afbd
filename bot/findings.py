"""What an examination finds, and the shortest examination: is there a heartbeat?"""

from dataclasses import dataclass

from bot.pulse import ALIVE_SECONDS, heartbeat_file, seconds_since
from bot.settings import Settings


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: `kind` names the sentence, `fact` fills it; `well` is None for a mere hint."""

    kind: str
    well: bool | None
    fact: str = ""


def heartbeat(settings: Settings, now: float) -> Finding:
    """Look at the file that the running bot touches; `now` in Unix seconds."""
    file = heartbeat_file(settings)
    age = seconds_since(file, now)
    if age is None:
        return Finding("never_alive", False, str(file))
    well = age <= ALIVE_SECONDS
    return Finding("alive" if well else "not_alive", well, f"{age:.0f}")
