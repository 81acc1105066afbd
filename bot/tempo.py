"""How long the running program waits, and for what. All in seconds of real time."""

from dataclasses import dataclass, field

from bot.pacing import Limits
from bot.pauses import Pauses


@dataclass(frozen=True, slots=True)
class Tempo:
    """poll: one long poll. answer: one call to Telegram. pauses: between tries. closing: updates at hand.

    limits: the pace of all that is sent; others than Telegram's only where no Telegram is (benchmarks).
    """

    poll: int = 25
    answer: float = 30.0
    pauses: Pauses = field(default_factory=Pauses)
    closing: float = 3.0
    limits: Limits = field(default_factory=Limits)
