"""A message that the bot owes to somebody, ready to be sent by whoever sends."""

from dataclasses import dataclass

Button = tuple[str, str]


@dataclass(frozen=True, slots=True)
class OutMessage:
    """HTML text, or the caption of `photo` (PNG); `buttons` are rows of (label, callback data)."""

    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    photo: bytes | None = None
    photo_name: str = ""
