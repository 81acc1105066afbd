"""Bodies of the control API's requests."""

from pydantic import BaseModel, ConfigDict


class Wish(BaseModel):
    """A request's body; unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Say(Wish):
    """Write a message; in a forum, in a topic."""

    person: int
    chat: int
    text: str
    reply_to: int | None = None
    topic: int | None = None


class Edit(Wish):
    """Change an own message."""

    person: int
    chat: int
    message_id: int
    text: str


class Press(Wish):
    """Press an inline button; `stale` presses one that an outdated device still shows."""

    person: int
    chat: int
    message_id: int
    data: str
    stale: bool = False


class Locate(Wish):
    """Send a place."""

    person: int
    chat: int
    latitude: float
    longitude: float


class Block(Wish):
    """Block the bot, or let it in again."""

    person: int
    blocked: bool


class BringBot(Wish):
    """Bring the bot into a group, or remove it."""

    person: int
    chat: int
    present: bool


class SilenceBot(Wish):
    """Take the right to write in a group from the bot, or give it back."""

    person: int
    chat: int
    silenced: bool


class Upgrade(Wish):
    """Turn a basic group into a supergroup."""

    chat: int


class Reached(Wish):
    """The bot has worked through everything due up to a version of the clock."""

    version: int
    next_due: str | None = None


class Settled(Wish):
    """The bot has worked through an update."""

    update_id: int


class Flooding(Wish):
    """Switch the flood limits."""

    on: bool
