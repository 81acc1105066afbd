"""How long the running program waits, and for what. All in seconds of real time."""

from dataclasses import dataclass, field

from bot.pauses import Pauses


@dataclass(frozen=True, slots=True)
class Tempo:
    """poll: one long poll. answer: one call to Telegram. pauses: between tries. closing: updates at hand."""

    poll: int = 25
    answer: float = 30.0
    pauses: Pauses = field(default_factory=Pauses)
    closing: float = 3.0
