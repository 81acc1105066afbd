"""People who play on while the bot dies and comes back: they wait, and press anew what has gone stale."""

from contextlib import suppress

from tests.rehearsal_answers import Answer
from tests.rehearsal_client import Player

PATIENCE = 60.0
TRIES = 6
GONE_STALE = ("已失效", "已结束", "已过期")


class Stubborn:
    """A person who asks until the answer has come. Nothing here waits for the bot's own reports."""

    def __init__(self, player: Player) -> None:
        self.player = player

    @classmethod
    async def listening(cls, player: Player) -> "Stubborn":
        """Return a person who hears what is said from now on."""
        player._heard = (await player.rehearsal.get("world"))["event"]
        return cls(player)

    async def says(self, text: str, *parts: str) -> Answer:
        """Write, and wait for something that contains one of the parts."""
        await self.player.say(text)
        return await self.hears(*parts)

    async def presses(self, button: str, *parts: str) -> Answer:
        """Press the newest button of that name, anew if it is stale, until one of the parts is to be read."""
        await self.player.press_only(button)
        for _ in range(TRIES):
            answer = await self.hears(*parts, *GONE_STALE)
            if any(part in answer.text for part in parts):
                return answer
            # It may have been an echo: the button is then gone, and the answer under way.
            with suppress(AssertionError):
                await self.player.press_only(button)
        raise AssertionError(f"{button} stays stale")

    async def hears(self, *parts: str) -> Answer:
        """Wait for the next thing said that contains one of the parts."""
        while True:
            answer = await self.player.hears("", PATIENCE)
            if any(part in answer.text for part in parts):
                return answer

    async def shown(self, part: str) -> str:
        """Return the newest message of the bot in the chat that contains a part."""
        views = await self.player.messages()
        return next(str(v["text"]) for v in reversed(views) if v["from"]["bot"] and part in v["text"])
