"""A counter that is as strict as Telegram at its strictest, apart from the code under test."""

from dataclasses import dataclass, field


@dataclass
class StrictTelegram:
    """Notes (moment, chat, messages) of what arrived; `violations` counts every window anew."""

    arrived: list[tuple[float, int, int]] = field(default_factory=list)

    def receive(self, at: float, chat: int, count: int = 1) -> None:
        self.arrived.append((at, chat, count))

    def violations(self) -> list[str]:
        stamps = sorted((at, chat) for at, chat, count in self.arrived for _ in range(count))
        found = _too_many([at for at, _ in stamps], 30, 1.0, "token")
        for chat in {chat for _, chat in stamps}:
            own = [at for at, to in stamps if to == chat]
            found += (
                _too_many(own, 20, 60.0, f"group {chat}") if chat < 0 else _too_many(own, 3, 3.0, f"{chat}")
            )
        return found


def _too_many(stamps: list[float], most: int, span: float, who: str) -> list[str]:
    return [
        f"{who}: {most + 1} within {late - early:.3f} s at {late:.3f}"
        for early, late in zip(stamps, stamps[most:], strict=False)
        if late - early < span
    ]
