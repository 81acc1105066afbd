"""What can go wrong: answers that refuse a call, and reasons for which the server cannot start."""

from pathlib import Path
from typing import Any


class RefusedError(Exception):
    """A Bot API call is refused: HTTP code, Telegram's description, `parameters` where it sends some."""

    def __init__(self, code: int, description: str, parameters: dict[str, Any] | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


class PlayError(Exception):
    """The page or a test asked for something that cannot be played; `code` is a word for programs."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


class PortTakenError(Exception):
    """Another program listens on the port."""

    def __init__(self, port: int) -> None:
        super().__init__(
            f"Port {port} is in use by another program. Stop that program or choose another --port."
        )
        self.port = port


class StateInUseError(Exception):
    """Another rehearsal server works in the state directory."""

    def __init__(self, directory: Path) -> None:
        super().__init__(f"Another rehearsal server is using {directory}. Stop it first.")
        self.directory = directory
