"""Real time that stands still until a test moves it."""


class RealTime:
    """Real time that a test can move."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now
