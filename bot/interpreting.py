"""What the bot says of its own accord goes through the same door as its answers."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.outcomes import Message, Outcome, Post
from digests.messages import OutMessage
from handlers.language.catalogue import Catalogue
from handlers.language.door import Door
from handlers.language.fitting import fitted


@dataclass(frozen=True, slots=True)
class InterpretingPost:
    """A `bot.outcomes.Post` that says each message in the language of its chat."""

    post: Post
    door: Door

    async def send(
        self, chat_id: int, topic_id: int | None, message: Message, on_turn: Callable[[], Awaitable[None]]
    ) -> Outcome:
        """Try once (see bot.outcomes.Post)."""
        catalogue = self.door.catalogue(chat_id)
        said = _said(message, catalogue) if catalogue else message
        return await self.post.send(chat_id, topic_id, said, on_turn)


def _said(message: Message, catalogue: Catalogue) -> Message:
    rows = tuple(tuple((catalogue.say(label), data) for label, data in row) for row in message.buttons)
    return OutMessage(fitted(message.text, catalogue), rows, message.photo, message.photo_name)
